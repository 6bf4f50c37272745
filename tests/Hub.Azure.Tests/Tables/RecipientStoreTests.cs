using Hub.Azure.Tables;
using Hub.Azure.Tables.Delivery;
using Hub.Azure.Tests.Builders;
using Hub.Notices.Recipients;

namespace Hub.Azure.Tests.Tables;

/// <summary>What the hub keeps of its recipients: bounces, when they were asked.</summary>
[Collection(StorageCollection.Name)]
public sealed class RecipientStoreTests(Storage storage)
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);
    private readonly HubTables _tables = storage.Tables;

    [Fact]
    public async Task A_history_is_written_by_whoever_read_it_last()
    {
        var store = new AddressStore(_tables);
        Assert.Null(await store.Find("bouncing", default));
        var first = new AddressHistory("bouncing", "mission@state.example").With(new("bouncing:1-1", "5.1.1", true, Now));
        Assert.True(await store.Save(first, default));
        Assert.False(await store.Save(first, default));

        var kept = (await store.Find("bouncing", default))!;
        Assert.Equal(first.Bounces, kept.Bounces);
        Assert.True(await store.Save(kept with { ResolvedBy = "reviewer" }, default));
        Assert.False(await store.Save(kept with { ResolvedBy = "another" }, default));
        Assert.Equal("reviewer", (await store.List(default)).Single(h => h.Recipient == "bouncing").ResolvedBy);
    }

    [Fact]
    public async Task Who_was_asked_when_is_kept()
    {
        var store = new ConfirmationRequestStore(_tables);
        Assert.True(await store.Save(new("asked-recipient", new(2026, 3, 10)), default));
        Assert.False(await store.Save(new("asked-recipient", new(2026, 3, 11)), default));
        var kept = (await store.List(default)).Single(a => a.Recipient == "asked-recipient");
        Assert.True(await store.Save(kept with { On = new(2026, 4, 10) }, default));
        Assert.Equal(new DateOnly(2026, 4, 10), (await store.List(default)).Single(a => a.Recipient == "asked-recipient").On);
    }
}
