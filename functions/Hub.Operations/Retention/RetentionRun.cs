using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Operations.Erasing;
using Hub.Operations.Erasures;

namespace Hub.Operations.Retention;

/// <summary>What one run removed.</summary>
/// <param name="Kind">Of which kind.</param>
/// <param name="Count">How much.</param>
public sealed record Removed(RetentionKind Kind, int Count);

/// <summary>
/// Removes what has had its time: one kind a minute, each once an hour, and never more than some of it at once. What is under an open
/// notice stays.
/// </summary>
public sealed class RetentionRun(
    RetentionPolicy policy, IOldRows rows, INoticeStore notices, IMailStore mails, EraseNotice notice, EraseMail mail,
    EraseTranslation translation, TimeProvider clock)
{
    /// <summary>Rows that one run removes at most.</summary>
    public const int MostRows = 1000;

    /// <summary>Notices, mails or documents that one run empties at most: each has files.</summary>
    public const int MostItems = 50;

    private const string Hub = "retention";
    private static readonly RetentionKind[] Kinds = Enum.GetValues<RetentionKind>();
    private int _minute = -1;

    /// <summary>Removes what this minute is for; null where it is for nothing, or that was done, however often the sweep comes.</summary>
    public async Task<Removed?> Run(CancellationToken cancel)
    {
        var minute = clock.GetUtcNow().Minute;
        return Interlocked.Exchange(ref _minute, minute) != minute && minute < Kinds.Length ? await Run(Kinds[minute], cancel) : null;
    }

    /// <summary>Removes what has had its time of one kind.</summary>
    public async Task<Removed> Run(RetentionKind kind, CancellationToken cancel)
    {
        var before = policy.Before(kind, clock.GetUtcNow());
        return new(kind, kind switch
        {
            RetentionKind.Notices => await Notices(before, cancel),
            RetentionKind.Translations => await Translations(before, cancel),
            RetentionKind.DismissedMails => await Mails([InboundMailStatus.Dismissed], before, cancel),
                RetentionKind.OtherMails => await Mails(
                    [InboundMailStatus.NotANotice, InboundMailStatus.Bounce, InboundMailStatus.Repeat, InboundMailStatus.Answered],
                    before,
                    cancel),
            RetentionKind.UndecidedMails => await Dismiss(before, cancel),
            RetentionKind.Senders or RetentionKind.Deliveries or RetentionKind.SettledFailures or RetentionKind.Failures
                or RetentionKind.Errors or RetentionKind.EndedKeys or RetentionKind.LastUses
                or RetentionKind.Actions =>
                await rows.Remove(kind, before, MostRows, cancel),
        });
    }

    private async Task<int> Notices(DateTimeOffset before, CancellationToken cancel)
    {
        var count = 0;
        await foreach (var id in rows.Notices(before, cancel))
            if (await notice.Empty(id, cancel) && ++count >= MostItems)
                return count;
        // The mails that they came by have the same time.
        return count + await Mails([InboundMailStatus.Notice], before, cancel, MostItems - count);
    }

    private async Task<int> Mails(
        IReadOnlyCollection<InboundMailStatus> fates, DateTimeOffset before, CancellationToken cancel, int most = MostItems)
    {
        var count = 0;
        if (most > 0)
            await foreach (var old in rows.Mails(fates, before, cancel))
                if (!await IsUnderOpen(old, cancel) && await mail.Empty(old.Id, cancel) && ++count >= most)
                    break;
        return count;
    }

    // As when a person dismisses it: it is put away, and has the time of those from then on.
    private async Task<int> Dismiss(DateTimeOffset before, CancellationToken cancel)
    {
        var (count, now) = (0, clock.GetUtcNow());
        await foreach (var old in rows.Mails([InboundMailStatus.Held, InboundMailStatus.ToRead], before, cancel))
            if (await mails.Find(old.Id, cancel) is { DueAt: null, Fate: InboundMailStatus.Held or InboundMailStatus.ToRead } found
                && await mails.Save(Dismissed(found, now), cancel) is not null && ++count >= MostItems)
                break;
        return count;
    }

    private static MailRecord Dismissed(MailRecord mail, DateTimeOffset now) => mail with
    {
        Fate = InboundMailStatus.Dismissed, DueAt = now,
        Decision = new(MailDecisionKind.Dismiss, Hub, now, null, "Nobody decided about it in time."),
    };

    private async Task<int> Translations(DateTimeOffset before, CancellationToken cancel)
    {
        var count = 0;
        await foreach (var work in rows.Works(before, cancel))
            if (EraseTranslation.Concerns(work) && await IsSettled(work.Notice, cancel) && await translation.Do(work, cancel)
                && ++count >= MostItems)
                break;
        return count;
    }

    private async Task<bool> IsUnderOpen(MailRecord old, CancellationToken cancel)
    {
        foreach (var id in old.Notices)
            if (await notices.Find(id, cancel) is { } found && ErasedNotice.IsOpen(found))
                return true;
        return false;
    }

    private async Task<bool> IsSettled(string id, CancellationToken cancel) =>
        await notices.Find(id, cancel) is not { } found || !ErasedNotice.IsOpen(found);
}
