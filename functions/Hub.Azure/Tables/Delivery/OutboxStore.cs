using Azure;
using Azure.Data.Tables;
using Hub.Notices.Outbox;

namespace Hub.Azure.Tables.Delivery;

/// <summary>
/// Mails that go out, in one partition, so that one transaction writes rows of several recipients and a mailbox's pace. What is to go has a
/// column for when; what is done, and no recipient's memory, has one that says so.
/// </summary>
public sealed class OutboxStore(HubTables tables) : IOutboxStore
{
    private const string Partition = "outbox";
    private const string NoMailbox = "";

    // After everything that begins as ids do.
    private const string PacePrefix = "~pace+";

    /// <inheritdoc/>
    public Task<bool> Add(OutboxMail mail, CancellationToken cancel) => tables.Outbox.SaveIfUnchanged(Entity(mail), null, cancel);

    /// <inheritdoc/>
    public async Task<OutboxMail?> Find(string id, CancellationToken cancel) =>
        await tables.Outbox.GetEntityIfExistsAsync<TableEntity>(Partition, TableKey.Of(id), cancellationToken: cancel)
            is { HasValue: true, Value: { } entity } ? Read(entity) : null;

    /// <inheritdoc/>
    public async Task<OutboxSaved?> Save(IReadOnlyList<OutboxMail> mails, MailboxPace? pace, CancellationToken cancel)
    {
        var actions = mails.Select(m => Action(Entity(m), m.ETag)).ToList();
        if (pace is not null)
            actions.Add(Action(JsonEntity.Of(Partition, PacePrefix + pace.Mailbox, pace, pace.ETag), pace.ETag));
        try
        {
            var answers = (await tables.Outbox.SubmitTransactionAsync(actions, cancel)).Value;
            string? MarkOf(string? before, int i) => RowMark.Next(before, answers[i].Headers.ETag);
            return new(
                [.. mails.Select((m, i) => m with { ETag = MarkOf(m.ETag, i) })],
                pace is null ? null : pace with { ETag = MarkOf(pace.ETag, mails.Count) });
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412 or 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxMail>> Due(DateTimeOffset by, string? mailbox, CancellationToken cancel) => mailbox is null
        ? tables.Outbox.List($"PartitionKey eq {Partition} and DueAt le {Written(by)}", cancel, read: Read)
        : tables.Outbox.List(
            $"PartitionKey eq {Partition} and DueAt le {Written(by)} and (Mailbox eq {mailbox} or Mailbox eq {NoMailbox})", cancel,
            read: Read);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxMail>> OfChanges(CancellationToken cancel) =>
        tables.Outbox.List($"PartitionKey eq {Partition} and Changes eq {true}", cancel, read: Read);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutboxMail>> RepliesTo(string mail, CancellationToken cancel)
    {
        var prefix = OutboxMails.RepliesTo(mail);
        // ';' comes after ':'.
        return tables.Outbox.List(
            $"PartitionKey eq {Partition} and RowKey ge {prefix} and RowKey lt {prefix[..^1] + ";"}", cancel, read: Read);
    }

    /// <inheritdoc/>
    public Task Remove(string id, CancellationToken cancel) =>
        tables.Outbox.DeleteEntityAsync(Partition, TableKey.Of(id), ETag.All, cancel);

    /// <inheritdoc/>
    public async Task<MailboxPace> Pace(string mailbox, CancellationToken cancel) =>
        await tables.Outbox.GetEntityIfExistsAsync<TableEntity>(Partition, PacePrefix + mailbox, cancellationToken: cancel)
            is { HasValue: true, Value: { } entity } ? entity.Value<MailboxPace>(out var mark) with { ETag = mark } : new(mailbox);

    private static TableTransactionAction Action(TableEntity entity, string? etag) => etag is null
        ? new(TableTransactionActionType.Add, entity)
        : new(TableTransactionActionType.UpdateReplace, entity, RowMark.Version(etag));

    private static TableEntity Entity(OutboxMail mail)
    {
        var entity = JsonEntity.Of(Partition, TableKey.Of(mail.Id), mail, mail.ETag);
        if (mail.DueAt is { } due)
            (entity["DueAt"], entity["Mailbox"]) = (due, mail.Mailbox ?? NoMailbox);
        if (mail.Kind == OutboxKind.Changes)
            entity["Changes"] = true;
        else if (!mail.IsOpen())
            entity["Done"] = true;
        return entity;
    }

    // No table knows a time so late as there are.
    private static DateTimeOffset Written(DateTimeOffset by) => by.Year > 9000 ? new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero) : by;

    private static OutboxMail Read(TableEntity entity) => entity.Value<OutboxMail>(out var mark) with { ETag = mark };
}
