using Hub.Notices.Recipients;

namespace Hub.Rules.Tests.Notices.Recipients;

/// <summary>What came back from recipients' addresses.</summary>
public abstract class AddressStoreContract
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);

    /// <summary>An empty store.</summary>
    private protected abstract IAddressStore Store { get; }

    [Fact]
    public async Task A_history_is_written_by_whoever_read_it_last()
    {
        Assert.Null(await Store.Find("bouncing", default));
        var first = new AddressHistory("bouncing", "mission@state.example").With(new("bouncing:1-1", "5.1.1", true, Now));
        Assert.True(await Store.Save(first, default));
        Assert.False(await Store.Save(first, default));

        var kept = (await Store.Find("bouncing", default))!;
        Assert.Equal(first.Bounces, kept.Bounces);
        Assert.True(await Store.Save(kept with { ResolvedBy = "reviewer" }, default));
        Assert.False(await Store.Save(kept with { ResolvedBy = "another" }, default));
        Assert.Equal("reviewer", Assert.Single(await Store.List(default)).ResolvedBy);
    }

    [Fact]
    public async Task Histories_are_apart_whatever_the_recipients_ids()
    {
        string[] ids = ["mission-1", "mission-10", "a\\b#c%2Fd", "réseau / EJN?"];
        foreach (var id in ids)
            Assert.True(await Store.Save(new(id, $"{id}@state.example"), default));
        foreach (var id in ids)
            Assert.Equal($"{id}@state.example", (await Store.Find(id, default))!.Address);
        Assert.Equal(ids.Order(), (await Store.List(default)).Select(h => h.Recipient).Order());
        Assert.Null(await Store.Find("mission", default));
    }
}
