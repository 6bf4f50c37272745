using Azure.Data.Tables;
using Hub.Azure.Tables;
using Hub.Azure.Tables.Delivery;
using Hub.Azure.Tables.Intake;
using Hub.Azure.Tests.Builders;
using Hub.Notices.Outbox;
using Hub.Rules.Tests.Notices;

namespace Hub.Azure.Tests.Tables;

/// <summary>
/// Two versions of the hub beside each other while one is deployed: what the older one does not understand of a row, it does not take away.
/// </summary>
[Collection(StorageCollection.Name)]
public sealed class NewerVersionTests(Storage storage) : IAsyncLifetime
{
    private const string OfNewer = ",\"later\":{\"of\":[\"a newer version\",null,1.50]}}";
    private readonly HubTables _tables = storage.Tables;

    public async Task InitializeAsync()
    {
        foreach (var table in Tables)
            await Storage.Empty(table);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public static TheoryData<string> Stores => ["cursor", "notice", "mail", "inbox", "document", "outbox", "pace", "choice", "address"];

    private IEnumerable<TableClient> Tables =>
        [_tables.Cursors, _tables.Notices, _tables.Mails, _tables.Documents, _tables.Outbox, _tables.Recipients];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_row_that_a_newer_version_wrote_keeps_what_this_one_does_not_understand(string store)
    {
        await Write(store, isFirst: true);
        var (table, row) = await Only(store);
        row["Json"] = row.GetString("Json")[..^1] + OfNewer;
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);

        // Twice: with the mark of a read, and with that of a write.
        await Write(store, isFirst: false);

        var (_, written) = await Only(store);
        Assert.EndsWith(OfNewer, written.GetString("Json"), StringComparison.Ordinal);
        Assert.NotEqual(row.GetString("Json"), written.GetString("Json"));
    }

    [Fact]
    public async Task What_a_newer_version_wrote_goes_with_what_is_erased()
    {
        await Write("notice", isFirst: true);
        var (table, row) = await Only("notice");
        row["Json"] = row.GetString("Json")[..^1] + OfNewer;
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
        var notices = new NoticeStore(_tables, TimeProvider.System);

        await notices.Save((await notices.Find(row.RowKey, default))! with { ErasedAt = Sample.Now }, default);

        Assert.DoesNotContain("later", (await Only("notice")).Row.GetString("Json"), StringComparison.Ordinal);
    }

    private async Task Write(string store, bool isFirst)
    {
        switch (store)
        {
            case "cursor":
                var cursors = new CursorStore(_tables);
                await cursors.Create(new() { Channel = "mail", Name = "m" }, default);
                await Twice(isFirst, () => cursors.Find("mail", "m", default), (c, i) => cursors.Save(c with { Position = i }, default));
                break;
            case "notice":
                var notices = new NoticeStore(_tables, TimeProvider.System);
                if (isFirst)
                    await notices.Add(NoticeStoreContract.Notice("1"), new("i", "b", null, null, null), default);
                await Twice(isFirst, () => notices.Find("SEN-1", default), (n, i) => notices.Save(n with { Attempts = i }, default));
                break;
            case "mail":
                var mails = new MailStore(_tables, TimeProvider.System);
                await mails.Add(new() { Id = "1", Mailbox = "m", Message = "x", ReceivedAt = Sample.Now }, default);
                await Twice(isFirst, () => mails.Find("1", default), (m, i) => mails.Save(m with { Attempts = i }, default));
                break;
            case "inbox":
                var inboxes = new InboxSubscriptionStore(_tables);
                await Twice(
                    false, () => inboxes.Find("m", default)!,
                    (s, i) => inboxes.Save(s with { Secret = $"{i + (isFirst ? 0 : 5)}" }, default));
                break;
            case "document":
                var works = new DocumentWorkStore(_tables);
                await works.Add(new() { Notice = "SEN-1", N = 1 }, default);
                await Twice(isFirst, () => works.Find("SEN-1/1", default), (w, i) => works.Save(w with { Attempts = i }, default));
                break;
            case "outbox":
                var outbox = new OutboxStore(_tables);
                await outbox.Add(OutboxMails.Changes("m", Sample.Now), default);
                await Twice(
                    isFirst, () => outbox.Find(OutboxMails.Changes("m", Sample.Now).Id, default),
                    async (m, i) => (await outbox.Save([m with { Attempts = i }], null, default))?.Mails[0]);
                break;
            case "pace":
                var paces = new OutboxStore(_tables);
                await Twice(
                    false, async () => await paces.Pace("m", default),
                    async (p, i) => (await paces.Save([], p with { Sent = [Sample.Now.AddSeconds(isFirst ? i : 9 + i)] }, default))?.Pace);
                break;
            case "choice":
                var choices = new ChoiceStore(_tables);
                await choices.Save((await choices.Find("m", default)) with { LinkGeneration = isFirst ? 1 : 2 }, default);
                break;
            case "address":
                var addresses = new AddressStore(_tables);
                var history = await addresses.Find("m", default) ?? new("m", "a@b.example");
                await addresses.Save(history with { Address = isFirst ? "a" : "b" }, default);
                break;
        }
    }

    private static async Task Twice<T>(bool isFirst, Func<Task<T?>> find, Func<T, int, Task<T?>> save) where T : class
    {
        if (isFirst)
            return;
        var read = await find();
        var saved = await save(read!, 1);
        Assert.NotNull(await save(saved!, 2));
    }

    private async Task<(TableClient Table, TableEntity Row)> Only(string store)
    {
        var table = store switch
        {
            "cursor" => _tables.Cursors, "notice" => _tables.Notices, "mail" or "inbox" => _tables.Mails, "document" => _tables.Documents,
            "outbox" or "pace" => _tables.Outbox, _ => _tables.Recipients,
        };
        await foreach (var row in table.QueryAsync<TableEntity>())
            if (row.ContainsKey("Json"))
                return (table, row);
        throw new InvalidOperationException($"There is no row of {store}.");
    }
}
