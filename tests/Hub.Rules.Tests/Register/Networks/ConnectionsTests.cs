using System.Collections.Immutable;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Networks;

public sealed class ConnectionsTests
{
    private static readonly NetworkDirectory Directory = new(
        RegisterSnapshot.Empty with
        {
            Memberships = Sample.Data.Networks.All.SelectMany(n => n.Attested).ToImmutableDictionary(m => (m.Network, m.State)),
        }, Sample.Data.Networks, Sample.Data.States, new(2026, 3, 1));

    private static readonly Connections All = new(Directory);
    private static readonly StateCode[] Some = [new("SEN"), new("FRA"), new("KAZ"), new("GHA"), new("ETH"), new("JEY"), new("XAA")];

    [Fact]
    public void What_two_States_share_they_share_either_way()
    {
        foreach (var one in Some)
            foreach (var other in Some)
                Assert.Equal(All.Shared(one, other).ToHashSet(), All.Shared(other, one).ToHashSet());
    }

    [Fact]
    public void Every_other_State_is_either_around_or_beyond()
    {
        foreach (var one in Some)
        {
            var around = All.Around(one).Select(a => a.State).Where(s => !Directory.States[s].IsJurisdiction).ToList();
            Assert.Empty(around.Intersect(All.Beyond(one)));
            Assert.Equal(Directory.States.All.Count(s => !s.IsJurisdiction && s.Alpha3 != one), around.Count + All.Beyond(one).Count);
        }
    }

    [Fact]
    public void A_bridge_shares_a_network_with_each_and_those_with_most_ties_come_first()
    {
        Assert.Empty(All.Shared(new("GHA"), new("ARM")));
        var bridges = All.Between(new("GHA"), new("GEO")).ToList();
        Assert.NotEmpty(bridges);
        Assert.All(bridges, b => Assert.Equal((true, true), (b.WithFirst.Count > 0, b.WithSecond.Count > 0)));
        var ties = bridges.Select(b => b.WithFirst.Count + b.WithSecond.Count).ToList();
        Assert.Equal(ties.OrderDescending(), ties);
    }

    [Fact]
    public void Jurisdictions_are_no_bridges() =>
        Assert.DoesNotContain(All.Between(new("GBR"), new("USA")), b => Directory.States[b.State].IsJurisdiction);

    [Fact]
    public void A_network_that_is_not_known_to_work_connects_nobody() =>
        Assert.DoesNotContain(All.Shared(new("IRQ"), new("SAU")), n => n.Id == "las-network");

    [Fact]
    public void States_alone_are_counted_as_States()
    {
        Assert.Equal(22, Directory.StatesIn("iberred"));
        Assert.Equal(23, Directory.MembersOf("iberred").Count());
        Assert.Equal(4, Directory.StatesIn("sahel-platform"));
        Assert.Equal(6, Directory.MembersOf("sahel-platform").Count());
    }

    [Fact]
    public void That_an_authority_belongs_makes_no_State_a_member()
    {
        Assert.Equal(10, Directory.MembersOf("refco").Count());
        Assert.Equal(0, Directory.StatesIn("refco"));
    }
}
