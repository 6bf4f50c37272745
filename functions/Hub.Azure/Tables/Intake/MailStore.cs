using System.Globalization;
using Azure.Data.Tables;
using Hub.Intake.Inbox;
using Hub.Register.Json;

namespace Hub.Azure.Tables.Intake;

/// <summary>
/// Mails that came in, each in a partition of its own; and, in two more, by what they are found again and what addresses were sent lately.
/// </summary>
public sealed class MailStore(HubTables tables, TimeProvider clock) : IMailStore, IDisposable
{
    private const string KeyPartition = "key";
    private const string SenderPartition = "sender";
    private const string DueAt = "DueAt";
    private const string NotedMail = "Mail";
    private readonly MailIndex _index = new(tables.Mails, clock);

    /// <inheritdoc/>
    public async Task<bool> Add(MailRecord mail, CancellationToken cancel)
    {
        await _index.Announce(mail.Id, cancel);
        return await tables.Mails.SaveIfUnchanged(Entity(mail), null, cancel);
    }

    /// <inheritdoc/>
    public async Task<MailRecord?> Find(string id, CancellationToken cancel) =>
        await Read(TableKey.Of(id), MailIndex.MailRow, cancel) is { } found ? MailIndex.Read(found) : null;

    /// <inheritdoc/>
    public async Task<MailRecord?> Save(MailRecord mail, CancellationToken cancel)
    {
        await _index.Announce(mail.Id, cancel);
        return await tables.Mails.Update(Entity(mail), mail.ETag, cancel) is { } mark ? mail with { ETag = mark } : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MailRecord>> Due(string mailbox, DateTimeOffset now, int limit, CancellationToken cancel)
    {
        var due = (await _index.All(cancel)).Where(m => m.Mailbox == mailbox && m.DueAt <= now).OrderBy(m => m.ReceivedAt).Take(limit);
        // What is worked on is the mail as it stands, not as it was remembered.
        var found = await Task.WhenAll(due.Select(m => Find(m.Id, cancel)));
        return [.. found.OfType<MailRecord>().Where(m => m.DueAt <= now)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MailRecord>> List(InboundMailStatus? fate, int limit, CancellationToken cancel) =>
        [.. (await _index.All(cancel)).Where(m => (fate ?? m.Fate) == m.Fate).OrderByDescending(m => m.ReceivedAt).Take(limit)];

    /// <inheritdoc/>
    public async Task<string> Note(MailKey key, string mail, CancellationToken cancel) =>
        await tables.Mails.SaveIfUnchanged(new TableEntity(KeyPartition, Row(key)) { [NotedMail] = mail }, null, cancel)
            ? mail
            : await Noted(key, cancel) ?? mail;

    /// <inheritdoc/>
    public async Task<string?> Noted(MailKey key, CancellationToken cancel) =>
        (await Read(KeyPartition, Row(key), cancel))?.GetString(NotedMail);

    /// <inheritdoc/>
    public async Task<SenderTally> Tally(string address, CancellationToken cancel)
    {
        var hash = SenderTally.HashOf(address);
        return await Read(SenderPartition, hash, cancel) is { } found
            ? found.Value<SenderTally>(out var mark) with { ETag = mark }
            : new() { Address = hash };
    }

    /// <inheritdoc/>
    public Task<bool> Save(SenderTally tally, CancellationToken cancel) =>
        tables.Mails.SaveIfUnchanged(JsonEntity.Of(SenderPartition, tally.Address, tally, tally.ETag), tally.ETag, cancel);

    /// <inheritdoc/>
    public void Dispose() => _index.Dispose();

    private async Task<TableEntity?> Read(string partition, string row, CancellationToken cancel) =>
        await tables.Mails.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancel)
            is { HasValue: true, Value: { } found } ? found : null;

    private static string Row(MailKey key) => string.Create(CultureInfo.InvariantCulture, $"{key.Kind}-{key.Hash}");

    private static TableEntity Entity(MailRecord mail)
    {
        var entity = JsonEntity.Of(mail.Id, MailIndex.MailRow, mail, mail.ErasedAt is null && mail.EmptiedAt is null ? mail.ETag : null);
        entity["Fate"] = mail.Fate.Code();
        entity["Mailbox"] = mail.Mailbox;
        if (mail.EmptiedAt is not null)
            entity[OldRows.Emptied] = true;
        if (mail.DueAt is { } due)
            entity[DueAt] = due;
        return entity;
    }
}
