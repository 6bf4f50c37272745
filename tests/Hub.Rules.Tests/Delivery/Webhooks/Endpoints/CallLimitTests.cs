using Hub.Delivery.Webhooks.Partners;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Work.Runner;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Rules.Tests.Delivery.Webhooks.Endpoints;

/// <summary>A partner has the hub call at once only so often, on however many instances it asks.</summary>
public sealed class CallLimitTests
{
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero));
    private readonly MemoryPartnerCalls _store = new();

    [Fact]
    public async Task Of_a_hundred_who_ask_at_once_on_several_instances_one_is_let_through()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => Take("e1", CallKind.Consent))));
        Assert.Single(asked, a => a is null);
        Assert.All(asked.OfType<TimeSpan>(), wait => Assert.Equal(TimeSpan.FromSeconds(10), wait));
    }

    [Fact]
    public async Task What_is_asked_of_another_endpoint_or_is_something_else_has_its_own_turn()
    {
        Assert.Null(await Take("e1", CallKind.Consent));
        Assert.Null(await Take("e2", CallKind.Consent));
        Assert.Null(await Take("e1", CallKind.Test));
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(TimeSpan.FromSeconds(1), await Take("e1", CallKind.Test));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await Take("e1", CallKind.Test));
    }

    [Fact]
    public async Task Endpoints_that_come_and_go_do_not_multiply_what_a_partner_may()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => Take($"e{i}", CallKind.Consent))));
        Assert.Equal(CallLimits.MostOfPartner, asked.Count(a => a is null));
        Assert.Equal(TimeSpan.FromMinutes(1), await Take("another", CallKind.Test));
        Assert.Null(await Fresh().Take("ejn", "theirs", CallKind.Consent, default));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await Take("another", CallKind.Test));
    }

    private Task<TimeSpan?> Take(string endpoint, CallKind kind) => Fresh().Take("wacap", endpoint, kind, default);

    private CallLimits Fresh() => new(_store, new("https://hub.example/", RetryPolicy.Webhooks), _clock);
}
