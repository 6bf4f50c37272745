namespace Hub.Notices.Outbox;

/// <summary>Rows and a pace as they were written together.</summary>
/// <param name="Mails">The rows.</param>
/// <param name="Pace">The pace; null where none was written.</param>
public sealed record OutboxSaved(IReadOnlyList<OutboxMail> Mails, MailboxPace? Pace);

/// <summary>Where the mails that go out are kept.</summary>
public interface IOutboxStore
{
    /// <summary>So many rows are written together at most.</summary>
    const int MostTogether = 99;

    /// <summary>Adds a row; false where one of its id is there, which stays as it is.</summary>
    Task<bool> Add(OutboxMail mail, CancellationToken cancel);

    /// <summary>A row; null where there is none.</summary>
    Task<OutboxMail?> Find(string id, CancellationToken cancel);

    /// <summary>
    /// Writes rows, those that were read and new ones, and a mailbox's pace: all or none. Null where somebody else wrote one of them since.
    /// </summary>
    Task<OutboxSaved?> Save(IReadOnlyList<OutboxMail> mails, MailboxPace? pace, CancellationToken cancel);

    /// <summary>The rows that are to go by a time; where a mailbox is named, those that name it and those that name none.</summary>
    Task<IReadOnlyList<OutboxMail>> Due(DateTimeOffset by, string? mailbox, CancellationToken cancel);

    /// <summary>The rows of changes of all recipients, whatever their state.</summary>
    Task<IReadOnlyList<OutboxMail>> OfChanges(CancellationToken cancel);

    /// <summary>The replies to a mail that came in.</summary>
    Task<IReadOnlyList<OutboxMail>> RepliesTo(string mail, CancellationToken cancel);

    /// <summary>Takes a row away, where it is there.</summary>
    Task Remove(string id, CancellationToken cancel);

    /// <summary>The pace of a mailbox; an empty one where it has sent nothing.</summary>
    Task<MailboxPace> Pace(string mailbox, CancellationToken cancel);
}

/// <summary>What is often done with one row.</summary>
public static class OutboxRows
{
    /// <summary>Writes one row; null where somebody else wrote it since it was read.</summary>
    public static async Task<OutboxMail?> Save(this IOutboxStore outbox, OutboxMail mail, CancellationToken cancel) =>
        (await outbox.Save([mail], null, cancel))?.Mails[0];

    /// <summary>
    /// Changes a row that is under way, also where events were added to it meanwhile; null where another sender has taken it over.
    /// </summary>
    public static async Task<OutboxMail?> Change(
        this IOutboxStore outbox, OutboxMail mine, Func<OutboxMail, OutboxMail> change, CancellationToken cancel)
    {
        while (true)
        {
            if (await outbox.Save(change(mine), cancel) is { } saved)
                return saved;
            var now = await outbox.Find(mine.Id, cancel);
            if (!mine.IsWidenedOnly(now))
                return null;
            mine = now!;
        }
    }
}
