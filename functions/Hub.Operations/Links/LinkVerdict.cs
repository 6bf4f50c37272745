using Hub.Register.Laws;

namespace Hub.Operations.Links;

/// <summary>What an answer makes of the check before: a pure function of both, the law and the time.</summary>
public static class LinkVerdict
{
    /// <summary>Times in a row without an answer, after which an address is called broken.</summary>
    public const int MostFailures = 3;

    /// <summary>For how long it has to have failed by then: sites of ministries are away for a week.</summary>
    public static readonly TimeSpan FailingFor = TimeSpan.FromDays(14);

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>The check after an answer.</summary>
    public static LinkCheck Of(LinkCheck before, Law law, LinkAnswer answer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(law);
        var looked = before with { CheckedOn = now, DueAt = now + Week };
        return answer switch
        {
            LinkAnswer.Found found => Found(looked with { Failures = 0, FailingSince = null }, before.CheckedOn, law, found),
            LinkAnswer.Missing => Failed(looked, now),
            LinkAnswer.Blocked => looked with { Status = LinkStatus.Blocked, Failures = 0, FailingSince = null },
            LinkAnswer.BadCertificate => looked with { Status = LinkStatus.CertError },
            _ => throw new NotSupportedException(answer.GetType().Name),
        };
    }

    private static LinkCheck Failed(LinkCheck looked, DateTimeOffset now)
    {
        var since = looked.FailingSince ?? now;
        var failed = looked with { Failures = looked.Failures + 1, FailingSince = since };
        return failed.Failures >= MostFailures && now - since >= FailingFor ? failed with { Status = LinkStatus.Broken } : failed;
    }

    // What stood there when the law was last published or confirmed is what its State looked at: from then on another text is another.
    private static LinkCheck Found(LinkCheck looked, DateTimeOffset? lookedBefore, Law law, LinkAnswer.Found found)
    {
        var page = PageText.Of(found, law);
        var isFirst = looked.Fingerprint is null || lookedBefore < Published(law);
        var seen = looked with { FinalUrl = found.FinalUrl == looked.Url ? null : found.FinalUrl };
        if (isFirst)
            return seen with
            {
                Status = Standing(seen), Fingerprint = page.Fingerprint, Letters = page.Letters, HadTitle = page.HasTitle,
            };
        if (looked.HadTitle && !page.HasTitle && page.Letters * 2 < looked.Letters)
            return seen with { Status = LinkStatus.Soft404 };
        return seen with { Status = page.Fingerprint == looked.Fingerprint ? Standing(seen) : LinkStatus.Changed };
    }

    private static LinkStatus Standing(LinkCheck check) => check.FinalUrl is null ? LinkStatus.Ok : LinkStatus.Redirect;

    private static DateTimeOffset Published(Law law) => law.LastConfirmed > law.LastUpdated ? law.LastConfirmed.Value : law.LastUpdated;
}
