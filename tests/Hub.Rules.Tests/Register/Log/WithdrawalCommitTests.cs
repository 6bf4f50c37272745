using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Log;

public sealed class WithdrawalCommitTests : CommitCase
{
    [Fact]
    public void A_withdrawal_shortens_what_lasts_longer_and_never_lengthens()
    {
        var (sooner, day, later) = (Sample.Today.AddDays(-9), Sample.Today.AddDays(-5), Sample.Today.AddDays(9));
        var third = new Pair(Instrument.Uncac, "46", Matter.Mla);
        _register = Sample.Register(Ending(Sample.Authority(pairs: [Sample.Mla, Sample.Extradition, third]), sooner, later, null));
        Apply(new Change.Withdraw(Sample.Record, null, day));
        Assert.Equal([sooner, day, day], Record.Restricted.Designations.Select(d => d.EffectiveTo));
    }

    [Fact]
    public void A_withdrawal_for_one_pair_leaves_the_others_and_amends()
    {
        _register = Sample.Register(Sample.Authority(pairs: [Sample.Mla, Sample.Extradition]));
        var e = Apply(new Change.Withdraw(Sample.Record, [Sample.Mla], Sample.Today.AddDays(-1))).Events[0];
        Assert.Equal((EventType.AuthorityAmended, RecordStatus.Amended), (e.Type, Record.Upkeep.Status));
        Assert.Equal([Sample.Today.AddDays(-1), null], Record.Restricted.Designations.Select(d => d.EffectiveTo));
    }

    [Fact]
    public void A_record_is_in_force_on_its_last_day()
    {
        var e = Apply(new Change.Withdraw(Sample.Record, null, Sample.Today)).Events[0];
        Assert.Equal((EventType.AuthorityWithdrawn, RecordStatus.Amended), (e.Type, Record.Upkeep.Status));
    }

    private static Authority Ending(Authority authority, params DateOnly?[] days) => authority with
    {
        Restricted = authority.Restricted with
        {
            Designations = [.. authority.Restricted.Designations.Zip(days, (d, day) => d with { EffectiveTo = day })],
        },
    };
}
