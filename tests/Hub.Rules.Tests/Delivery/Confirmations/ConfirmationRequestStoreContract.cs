using Hub.Delivery.Confirmations;

namespace Hub.Rules.Tests.Delivery.Confirmations;

/// <summary>Who was asked to confirm records, and when.</summary>
public abstract class ConfirmationRequestStoreContract
{
    /// <summary>An empty store.</summary>
    private protected abstract IConfirmationRequestStore Store { get; }

    [Fact]
    public async Task Who_was_asked_when_is_written_by_whoever_read_it_last()
    {
        Assert.True(await Store.Save(new("mission", new(2026, 3, 10)), default));
        Assert.False(await Store.Save(new("mission", new(2026, 3, 11)), default));
        var kept = Assert.Single(await Store.List(default));
        Assert.True(await Store.Save(kept with { On = new(2026, 4, 10) }, default));
        Assert.False(await Store.Save(kept with { On = new(2026, 4, 11) }, default));
        Assert.Equal(new("mission", new(2026, 4, 10)), Assert.Single(await Store.List(default)) with { ETag = null });
    }

    [Fact]
    public async Task A_recipient_may_have_any_id()
    {
        string[] ids = ["a\\b#c%2Fd", "réseau / EJN?"];
        foreach (var id in ids)
            Assert.True(await Store.Save(new(id, new(2026, 3, 10)), default));
        Assert.Equal(ids, (await Store.List(default)).Select(a => a.Recipient).Order(StringComparer.Ordinal));
    }
}
