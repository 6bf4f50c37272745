using Hub.Notices.Outbox;
using Hub.Work.Failures;
using Hub.Work.Runner;

namespace Hub.Delivery.Outbox;

/// <summary>Deals with mails that break whatever works on them: tried again later, set aside after three attempts (I11).</summary>
public sealed class OutboxFailures(
    IOutboxStore outbox, IDeliveryLog deliveries, SetAside aside, Outages outages, MailSettings settings, TimeProvider clock)
{
    private const string Ended = "the process ended each time it was worked on";

    /// <summary>Whether an error is a mail's own.</summary>
    internal bool IsOfMail(Exception error, CancellationToken cancel) =>
        error is not OutOfMemoryException && !outages.Is(error) && !cancel.IsCancellationRequested;

    /// <summary>Notes an error of a mail: it is tried again later, or set aside.</summary>
    /// <param name="row">The row as it was saved last.</param>
    /// <param name="isBegun">Whether this attempt was counted.</param>
    /// <param name="error">The error.</param>
    /// <param name="cancel">Ends it.</param>
    internal async Task Note(OutboxMail row, bool isBegun, Exception error, CancellationToken cancel)
    {
        var (why, errors) = ($"it cannot be made ({error.GetType().Name})", row.Errors + 1);
        var later = clock.GetUtcNow() + (settings.Minute * errors);
        if (errors >= Hub.Work.Failures.SetAside.MostAttempts)
            await SetAside(await Now(row, cancel), why, errors, cancel);
        else
            await Change(
                row, r => r with { Attempts = r.Attempts - (isBegun ? 1 : 0), Errors = errors, Trouble = why, DueAt = later }, cancel);
    }

    /// <summary>
    /// Looks at a mail before it is begun again: false where it is set aside, because the process ended with it too often.
    /// </summary>
    internal async Task<bool> MayBegin(OutboxMail row, CancellationToken cancel)
    {
        if (row is not { State: OutboxState.UnderWay, BegunAt: { } since })
            return true;
        if (row.Attempts >= AttemptPolicy.Most)
        {
            await SetAside(row, Ended, row.Attempts, cancel);
            return false;
        }
        if (row.Attempts == Hub.Work.Failures.SetAside.MostAttempts)
            await aside.NoteEnds(OutboxSender.ChannelName, row.MailId, "A mail", since, cancel);
        return true;
    }

    /// <summary>A mail went after all.</summary>
    internal Task Settle(OutboxMail row, CancellationToken cancel) =>
        row is { Attempts: > Hub.Work.Failures.SetAside.MostAttempts, BegunAt: { } since }
            ? aside.Settle(OutboxSender.ChannelName, row.MailId, since, cancel)
            : Task.CompletedTask;

    /// <summary>An attempt came to nothing by no fault of the mail.</summary>
    internal Task Uncount(OutboxMail row, CancellationToken cancel) =>
        Change(row, r => r with { Attempts = r.Attempts - 1, DueAt = clock.GetUtcNow() }, cancel);

    // Listed first: twice is better than left alone and listed nowhere.
    private async Task SetAside(OutboxMail row, string why, int attempts, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await aside.Note(
            OutboxSender.ChannelName, row.MailId,
            $"A mail was set aside after {attempts} attempts: {why}. The others go on. Once that is mended, retry it.",
            cancel);
        if (row.Kind.IsToReader())
            await deliveries.Add(new(MailChannel.ChannelName, row.Recipient, row.MailId, row.Last, now, why, 0), cancel);
        await Change(row, r => r.Done(OutboxState.Dropped, now, why), cancel);
    }

    // A draft may have been kept since; whoever has taken it over meanwhile deals with it.
    private async Task Change(OutboxMail row, Func<OutboxMail, OutboxMail> change, CancellationToken cancel) =>
        await outbox.Change(await Now(row, cancel), change, cancel);

    private async Task<OutboxMail> Now(OutboxMail row, CancellationToken cancel) =>
        await outbox.Find(row.Id, cancel) is { } now && now.Attempts == row.Attempts && now.State == row.State ? now : row;
}
