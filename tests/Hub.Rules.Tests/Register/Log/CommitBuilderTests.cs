using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Log;

public sealed class CommitBuilderTests
{
    private RegisterSnapshot _register = Sample.Register(Sample.Authority());

    private Authority Record => _register.Authorities[Sample.Record];

    [Fact]
    public void A_replacement_ends_the_old_authority_the_day_before_the_new_one_begins()
    {
        var change = Designate(new DateOnly(2025, 3, 10));
        Apply(change with { Replaces = Sample.Record });
        Assert.Equal(new DateOnly(2025, 3, 9), Record.Restricted.Designations[0].EffectiveTo);
        Assert.Equal(RecordStatus.Withdrawn, Record.Upkeep.Status);
        Assert.Single(_register.Of(Sample.State), a => a.Restricted.HoldingOn(new(2025, 3, 10)).Any());
    }

    [Fact]
    public void A_replacement_ends_it_on_the_day_the_note_names_and_for_the_same_pairs_only()
    {
        _register = Sample.Register(Sample.Authority(pairs: [Sample.Mla, Sample.Extradition]));
        Apply(Designate(Sample.Today) with { Replaces = Sample.Record, PreviousEndsOn = new DateOnly(2025, 3, 31) });
        Assert.Equal([new DateOnly(2025, 3, 31), null], Record.Restricted.Designations.Select(d => d.EffectiveTo));
        Assert.Equal(RecordStatus.Amended, Record.Upkeep.Status);
    }

    [Fact]
    public void An_event_names_the_fields_that_changed_and_the_matters_before_and_after()
    {
        var e = Apply(new Change.Amend(Sample.Record, Sample.Object(
            """{"comments":"x","designations":[{"instrument":"UNCAC","article":"44","matter":"EXTRADITION"}]}"""))).Single();
        Assert.Equal(["comments", "designations"], e.Facts.Changed);
        Assert.Equal([Matter.Extradition, Matter.Mla], e.Facts.Matters);
        Assert.Equal([Instrument.Untoc, Instrument.Uncac], e.Facts.Instruments);
    }

    [Fact]
    public void A_withdrawn_record_that_is_confirmed_or_touched_up_stays_withdrawn()
    {
        Apply(new Change.Withdraw(Sample.Record, null, Sample.Today.AddDays(-1)));
        Apply(new Change.Confirm(Sample.Record));
        Apply(new Change.Amend(Sample.Record, Sample.Object("""{"comments":"x"}""")));
        Assert.Equal(RecordStatus.Withdrawn, Record.Upkeep.Status);
        Apply(
            new Change.Amend(Sample.Record, Sample.Object("""{"designations":[{"instrument":"UNTOC","article":"18","matter":"MLA"}]}""")));
        Assert.Equal(RecordStatus.Amended, Record.Upkeep.Status);
    }

    [Fact]
    public void A_record_whose_last_day_is_to_come_is_in_force_until_then()
    {
        var e = Apply(new Change.Withdraw(Sample.Record, null, Sample.Today.AddDays(10)));
        Assert.Equal((RecordStatus.Amended, EventType.AuthorityWithdrawn), (Record.Upkeep.Status, Assert.Single(e).Type));
        Assert.True(Record.Restricted.IsInForce(Sample.Today.AddDays(10)));
        Assert.False(Record.Restricted.IsInForce(Sample.Today.AddDays(11)));
    }

    [Fact]
    public void The_newest_note_stays_the_newest_when_an_older_one_is_approved_after_all()
    {
        Apply(new DateOnly(2025, 3, 10), new Change.Confirm(Sample.Record));
        Apply(new DateOnly(2025, 2, 1), new Change.Confirm(Sample.Record));
        Assert.Equal(new DateOnly(2025, 3, 10), Record.Secretariat.NoteDate);
    }

    [Fact]
    public void A_confirmation_does_not_pretend_a_change()
    {
        var before = Record.Upkeep.LastChangedOn;
        Apply(new Change.Confirm(Sample.Record));
        Assert.Equal(
            (RecordStatus.Confirmed, before, Sample.Now),
            (Record.Upkeep.Status, Record.Upkeep.LastChangedOn, Record.Upkeep.LastConfirmedOn));
    }

    [Fact]
    public void Times_are_whole_seconds_in_UTC()
    {
        var commit = CommitBuilder.Build(_register, Notice(null, new Change.Confirm(Sample.Record)),
            Sample.Now.AddMilliseconds(999).ToOffset(TimeSpan.FromHours(5)), new FixedIdentifiers());
        Assert.Equal((Sample.Now, TimeSpan.Zero), (commit.Events[0].Time, commit.Events[0].Time.Offset));
    }

    [Fact]
    public void What_is_quiet_says_so() => Assert.True(CommitBuilder.Build(
        _register, Notice(null, new Change.Confirm(Sample.Record)) with { Quiet = true }, Sample.Now,
        new FixedIdentifiers()).Events[0].Facts.Quiet);

    [Fact]
    public void Two_declarations_of_one_instrument_are_one()
    {
        Apply(new Change.DeclareLegalBasis(new(Instrument.Untoc, LegalBasisValue.Yes)));
        Apply(new Change.DeclareLegalBasis(new(Instrument.Untoc, LegalBasisValue.No)));
        Assert.Equal(
            new LegalBasis(Instrument.Untoc, LegalBasisValue.No, Sample.Today), Assert.Single(_register.FactsOf(Sample.State).LegalBasis));
    }

    private static Change.Designate Designate(DateOnly from)
    {
        var authority = Sample.Authority();
        return new(
            authority.Public, authority.Restricted with { Designations = [Sample.Designation(Sample.Mla) with { EffectiveFrom = from }] },
            new());
    }

    private static ApprovedNotice Notice(DateOnly? noteDate, Change change) =>
        new("n", Sample.State, [change], noteDate, false, OfficeRole.Mission, ["r"]);

    private IReadOnlyList<DirectoryEvent> Apply(Change change) => Apply(null, change);

    private IReadOnlyList<DirectoryEvent> Apply(DateOnly? noteDate, Change change)
    {
        var commit = CommitBuilder.Build(_register, Notice(noteDate, change), Sample.Now, new FixedIdentifiers());
        _register = _register.With(commit.Writes, commit.To);
        return commit.Events;
    }
}
