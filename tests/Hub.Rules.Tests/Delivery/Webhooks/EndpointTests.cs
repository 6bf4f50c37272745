using Hub.Delivery.Webhooks;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Delivery.Webhooks;

public sealed class EndpointTests
{
    private static readonly DateTimeOffset Now = Sample.Now;

    private static readonly DirectoryEvent Amended = new()
    {
        Sequence = 1, Type = EventType.AuthorityAmended, Time = Now, State = new("SEN"), PreviousHash = "",
        Facts = new() { NoticeId = "n", Matters = [Matter.Mla, Matter.Extradition] },
    };

    private static readonly DirectoryEvent Joined = new()
    {
        Sequence = 2, Type = EventType.MembershipChanged, Time = Now, State = new("GHA"), PreviousHash = "",
        Facts = new() { NoticeId = "n", Network = "wacap" },
    };

    [Fact]
    public void Without_a_filter_everything_is_wanted() => Assert.All([Amended, Joined], e => Assert.True(new EndpointFilter().Wants(e)));

    [Fact]
    public void Each_list_that_is_not_empty_has_to_match()
    {
        Assert.Equal((true, false), Wants(new(Types: [EventType.AuthorityAmended])));
        Assert.Equal((false, true), Wants(new(States: [new("GHA"), new("TGO")])));
        Assert.Equal((true, false), Wants(new(Matters: [Matter.Extradition])));
        Assert.Equal((false, true), Wants(new(Networks: ["wacap"])));
        Assert.Equal((false, false), Wants(new(States: [new("SEN")], Networks: ["wacap"])));
        Assert.Equal((true, false), Wants(new(States: [new("SEN")], Networks: [])));
    }

    [Fact]
    public void What_there_is_not_is_named() => Assert.Equal(
        [("states", "QQQ"), ("networks", "nowhere")],
        new EndpointFilter(States: [new("SEN"), new("QQQ")], Networks: ["wacap", "nowhere"])
            .Unknown(new StateCatalog(), new NetworkCatalog()));

    [Fact]
    public void An_earlier_secret_signs_until_its_time_is_over_and_is_then_forgotten()
    {
        var endpoint = new Endpoint("e", "partner", "https://partner.example/", "one", Now).Rotated("two", Now, TimeSpan.FromHours(1));
        Assert.Equal(["two", "one"], endpoint.SecretsAt(Now.AddMinutes(59)));
        Assert.Equal(["two"], endpoint.SecretsAt(Now.AddHours(1)));
        Assert.Equal(["two"], endpoint.Rotated("three", Now.AddHours(2), TimeSpan.FromDays(7)).Earlier.Select(e => e.Secret));
    }

    private static (bool Amended, bool Joined) Wants(EndpointFilter filter) => (filter.Wants(Amended), filter.Wants(Joined));
}
