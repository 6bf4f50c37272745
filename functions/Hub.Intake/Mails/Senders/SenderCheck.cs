using Hub.Notices.Rules;
using Hub.Register.Problems;

namespace Hub.Intake.Mails.Senders;

/// <summary>
/// Tells who sent a mail. An office is known only by an address it registered, vouched for, with nothing odd about it (V25).
/// </summary>
internal sealed class SenderCheck(ParsedMail mail, Correspondents correspondents)
{
    private readonly MailAddress _from = mail.From.Count > 0 ? mail.From[0] : new("");

    /// <summary>Who it is.</summary>
    public static SenderVerdict Of(ParsedMail mail, Correspondents correspondents) => new SenderCheck(mail, correspondents).Verdict();

    private SenderVerdict Verdict()
    {
        var office = mail.From.Select(correspondents.OfficeOf).FirstOrDefault(o => o is not null);
        var verdict = office is null ? Stranger() : Of(office);
        return verdict with { HasFailed = HasFailed(verdict) };
    }

    private bool HasFailed(SenderVerdict verdict) => Authentication.Of(mail, correspondents, _from.Domain) == Vouched.Failed
        || (verdict is SenderVerdict.Held held && held.Doubts.Any(d => d.Reason == DoubtReason.Failed));

    private SenderVerdict Stranger() => Strangers().ToList() is { Count: > 0 } suspicions
        ? new SenderVerdict.Held(suspicions, null)
        : new SenderVerdict.Unknown();

    private SenderVerdict Of(Office office)
    {
        var doubts = Doubts(office).ToList();
        return doubts.Count > 0 ? new SenderVerdict.Held(doubts, office) : new SenderVerdict.Known(office, [.. Remarks()]);
    }

    private IEnumerable<Doubt> Doubts(Office office)
    {
        if (mail.From.Count != 1)
            yield return new(DoubtReason.SeveralSenders, string.Join(", ", mail.From.Select(f => f.Address)));
        switch (Authentication.Of(mail, correspondents, _from.Domain))
        {
            case Vouched.Failed:
                yield return new(DoubtReason.Failed, _from.Domain);
                break;
            case Vouched.No:
                yield return new(DoubtReason.NotVouchedFor, _from.Domain);
                break;
            case Vouched.Yes:
                break;
        }
        foreach (var other in mail.ReplyTo.Where(a => !IsOf(office, a)))
            yield return new(DoubtReason.ReplyElsewhere, other.Address);
        foreach (var other in mail.Sender.Where(a => !IsOf(office, a)))
            yield return new(DoubtReason.SeveralSenders, other.Address);
        if (NameTricks.In(_from, office, correspondents) is { } trick)
            yield return new(DoubtReason.NameTrick, trick);
    }

    // A stranger may write. One who looks like an office may not be taken for it.
    private IEnumerable<Doubt> Strangers()
    {
        foreach (var address in mail.From)
        {
            if (correspondents.OwnAddresses.Any(address.IsSameAs))
                yield return new(DoubtReason.Failed, address.Address);
            else if (LookAlikes.IsOfOffice(address, correspondents))
                yield return new(DoubtReason.UnknownAddress, address.Address);
            else if (LookAlikes.Of(address, correspondents) is { } alike)
                yield return new(DoubtReason.LookAlike, $"{address.Address} ~ {alike}");
            if (NameTricks.In(address, null, correspondents) is { } trick)
                yield return new(DoubtReason.NameTrick, trick);
        }
    }

    private bool IsOf(Office office, MailAddress address) => correspondents.OfficeOf(address) == office
        || (!Webmail.Has(_from.Domain) && Domains.AreAligned(address.Domain, _from.Domain));

    private IEnumerable<Problem> Remarks() => Webmail.Has(_from.Domain) ? [Problem.Warn(ProblemCode.V10, "", _from.Address)] : [];
}
