using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Log;

public sealed class NewDesignationTests : CommitCase
{
    [Fact]
    public void A_new_authority_begins_as_its_first_version_confirmed_now_and_says_where_it_comes_from()
    {
        var commit = Apply(Designating(Sample.Mla), noteDate: new(2025, 3, 1));
        var made = Assert.IsType<AuthorityWrite>(Assert.Single(commit.Writes)).New;
        Assert.Equal(
            (1, RecordStatus.Active, Sample.Now, Sample.Now), (made.Version, made.Upkeep.Status, made.Upkeep.LastChangedOn,
            made.Upkeep.LastConfirmedOn));
        Assert.Equal(
            ("n", new DateOnly(2025, 3, 1), OfficeRole.Mission, null), (made.Secretariat.SourceNotice, made.Secretariat.NoteDate!.Value,
            made.Secretariat.SetBy!.Value, made.Secretariat.LastFields));
        Assert.Equal(["r"], made.Secretariat.Reviewers!);
        var e = Assert.Single(commit.Events);
        Assert.Equal((EventType.AuthorityDesignated, Sample.State, "n", null), (e.Type, e.State!.Value, e.Facts.NoticeId, e.Facts.Quiet));
        Assert.Equal((made.Id, 1, made.Hash(), null), (e.Facts.RecordId, e.Facts.RecordVersion, e.Facts.RecordHash, e.Facts.Changed));
        Assert.Equal([Matter.Mla], e.Facts.Matters!);
        Assert.Equal([Instrument.Untoc], e.Facts.Instruments!);
    }

    [Fact]
    public void A_replacement_without_a_day_begins_today_and_ends_the_other_yesterday()
    {
        var commit = Apply(Designating(Sample.Mla) with { Replaces = Sample.Record });
        Assert.Equal(Sample.Today.AddDays(-1), Record.Restricted.Designations[0].EffectiveTo);
        Assert.Equal([EventType.AuthorityWithdrawn, EventType.AuthorityDesignated], commit.Events.Select(e => e.Type));
    }

    [Fact]
    public void A_replacement_that_begins_on_two_days_ends_the_other_before_the_first()
    {
        var change = Designating(Sample.Mla, Sample.Extradition);
        DateOnly?[] days = [Sample.Today.AddDays(20), Sample.Today.AddDays(10)];
        Apply(change with
        {
            Replaces = Sample.Record,
            Restricted = change.Restricted with
            {
                Designations = [.. change.Restricted.Designations.Zip(days, (d, day) => d with { EffectiveFrom = day })],
            },
        });
        Assert.Equal(Sample.Today.AddDays(9), Record.Restricted.Designations[0].EffectiveTo);
    }

    [Fact]
    public void A_replacement_for_more_than_the_other_held_ends_all_of_it_and_for_less_leaves_the_rest()
    {
        Apply(Designating(Sample.Mla, Sample.Extradition) with { Replaces = Sample.Record });
        Assert.Equal(RecordStatus.Withdrawn, Record.Upkeep.Status);

        _register = Sample.Register(Sample.Authority(pairs: [Sample.Mla, Sample.Extradition]));
        Assert.Equal(EventType.AuthorityAmended, Apply(Designating(Sample.Extradition) with { Replaces = Sample.Record }).Events[0].Type);
        Assert.Equal([null, Sample.Today.AddDays(-1)], Record.Restricted.Designations.Select(d => d.EffectiveTo));
    }
}
