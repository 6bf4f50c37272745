using Hub.Delivery.Webhooks.Partners;

namespace Hub.Rules.Tests.Delivery.Webhooks.Endpoints;

/// <summary>What partners had the hub do is counted by one at a time.</summary>
public abstract class PartnerCallStoreContract
{
    private static readonly DateTimeOffset Now = new(2025, 3, 14, 9, 30, 0, TimeSpan.Zero);

    /// <summary>An empty store.</summary>
    private protected abstract IPartnerCallStore Store { get; }

    [Fact]
    public async Task It_is_kept_under_any_name_and_found_by_it_alone()
    {
        var calls = new PartnerCalls("réseau / EJN?", [new("e1", CallKind.Consent, Now), new("e2", CallKind.Test, Now.AddTicks(1))]);
        Assert.Null(await Store.Find(calls.Partner, default));
        Assert.True(await Store.Save(calls, null, default));
        Assert.Equal(calls.Calls, (await Store.Find(calls.Partner, default))!.Calls);
        Assert.Null(await Store.Find("other", default));
    }

    [Fact]
    public async Task Of_two_who_count_at_once_one_does()
    {
        var (one, other) = (new PartnerCalls("p", [new("e1", CallKind.Move, Now)]), new PartnerCalls("p", [new("e2", CallKind.Move, Now)]));
        Assert.True(await Store.Save(one, null, default));
        Assert.False(await Store.Save(other, null, default));
        Assert.True(await Store.Save(other, await Store.Find("p", default), default));
        Assert.False(await Store.Save(one, one, default));
        Assert.Equal(other.Calls, (await Store.Find("p", default))!.Calls);
    }
}
