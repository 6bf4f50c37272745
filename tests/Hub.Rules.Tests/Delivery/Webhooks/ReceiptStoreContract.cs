using Hub.Delivery.Webhooks.Partners;

namespace Hub.Rules.Tests.Delivery.Webhooks;

/// <summary>What partners confirmed last.</summary>
public abstract class ReceiptStoreContract
{
    private static readonly DateTimeOffset Now = new(2025, 3, 14, 9, 30, 0, TimeSpan.Zero);
    private static readonly Receipt Sixth = new("e1", "réseau / EJN?", 6, "aa", Now);

    /// <summary>A store without receipts.</summary>
    private protected abstract IReceiptStore Store { get; }

    [Fact]
    public async Task The_last_receipt_of_an_endpoint_takes_the_place_of_the_one_before()
    {
        Assert.Null(await Store.Find("e1", default));
        Assert.Empty(await Store.List(default));
        await Store.Save(Sixth, default);
        Assert.Equal(Sixth, await Store.Find("e1", default));
        var seventh = Sixth with { Sequence = 7, Hash = "bb", At = Now.AddDays(1) };
        await Store.Save(seventh, default);
        await Store.Save(seventh, default);
        Assert.Equal(seventh, Assert.Single(await Store.List(default)));
    }

    [Fact]
    public async Task Those_of_endpoints_are_apart_and_listed_by_the_endpoints_ids()
    {
        foreach (var id in new[] { "e2", "e10", "e1" })
            await Store.Save(Sixth with { Endpoint = id }, default);
        Assert.Equal(["e1", "e10", "e2"], (await Store.List(default)).Select(r => r.Endpoint));
        Assert.Null(await Store.Find("e", default));
    }
}
