using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Log;

/// <summary>What a commit writes and what its events say, value by value.</summary>
public sealed class CommitContentTests
{
    private RegisterSnapshot _register = Sample.Register(Sample.Authority());

    private Authority Record => _register.Authorities[Sample.Record];

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

    [Fact]
    public void A_change_makes_the_next_version_and_counts_as_a_confirmation()
    {
        var before = Record;
        var write = Assert.IsType<AuthorityWrite>(Apply(new Change.Amend(Sample.Record, Sample.Object("""{"comments":"x"}"""))).Writes[0]);
        Assert.Equal((before, Record), (write.Old, write.New));
        Assert.Equal(
            (2, RecordStatus.Amended, Sample.Now, Sample.Now),
            (Record.Version, Record.Upkeep.Status, Record.Upkeep.LastChangedOn, Record.Upkeep.LastConfirmedOn));
        Assert.NotEqual(before.Upkeep.Salt, Record.Upkeep.Salt);
        Assert.Equal(["comments"], Record.Secretariat.LastFields!);
        Assert.Equal(["r"], Record.Secretariat.Reviewers!);
    }

    [Fact]
    public void A_note_without_a_date_leaves_that_of_the_last_one()
    {
        Apply(new Change.Confirm(Sample.Record), noteDate: new(2025, 3, 1));
        Apply(new Change.Confirm(Sample.Record));
        Assert.Equal(new DateOnly(2025, 3, 1), Record.Secretariat.NoteDate);
        Apply(new Change.Confirm(Sample.Record), noteDate: new(2025, 3, 2));
        Assert.Equal(new DateOnly(2025, 3, 2), Record.Secretariat.NoteDate);
    }

    [Fact]
    public void A_temporary_notice_stands_beside_those_before()
    {
        foreach (var text in new[] { "moved", "closed" })
        {
            var e = Apply(new Change.Announce(Sample.Record, new("MEASURE", text, Sample.Today))).Events[0];
            Assert.Equal((EventType.TemporaryNoticeAnnounced, RecordStatus.Amended), (e.Type, Record.Upkeep.Status));
        }
        Assert.Equal(["moved", "closed"], Record.Restricted.TemporaryNotices!.Select(n => n.Text));
    }

    [Fact]
    public void A_nil_is_declared_on_the_day_of_the_note_and_takes_the_place_of_an_earlier_one_for_the_pair()
    {
        Apply(new Change.DeclareNil(Sample.Mla));
        Apply(new Change.DeclareNil(Sample.Extradition));
        var e = Apply(new Change.DeclareNil(Sample.Mla), noteDate: new(2025, 3, 1)).Events[0];
        Assert.Equal((EventType.NilDeclared, Sample.State, Sample.Mla, "n"), (e.Type, e.State!.Value, e.Facts.Pair!, e.Facts.NoticeId));
        Assert.Equal(
            [(Sample.Extradition, Sample.Today), (Sample.Mla, new DateOnly(2025, 3, 1))],
            _register.FactsOf(Sample.State).NilDeclarations.Select(n => (n.Pair, n.DeclaredOn)));
    }

    [Fact]
    public void A_legal_basis_keeps_its_own_day_else_that_of_the_note_and_leaves_other_instruments()
    {
        Apply(new Change.DeclareLegalBasis(new(Instrument.Untoc, LegalBasisValue.Yes, new(2024, 1, 1))), noteDate: new(2025, 3, 1));
        var e = Apply(new Change.DeclareLegalBasis(new(Instrument.Uncac, LegalBasisValue.No)), noteDate: new(2025, 3, 1)).Events[0];
        var uncac = new LegalBasis(Instrument.Uncac, LegalBasisValue.No, new(2025, 3, 1));
        Assert.Equal(
            (EventType.LegalBasisDeclared, Sample.State, uncac, "n"), (e.Type, e.State!.Value, e.Facts.LegalBasis!, e.Facts.NoticeId));
        Assert.Equal(
            [new(Instrument.Untoc, LegalBasisValue.Yes, new(2024, 1, 1)), uncac], _register.FactsOf(Sample.State).LegalBasis);
    }

    [Fact]
    public void A_membership_is_its_States_whoever_sent_the_notice_and_the_event_says_all_of_it()
    {
        var membership = new Membership(
            "wacap", Sample.OtherState, MembershipRole.Observer, Sample.Today, Sample.Today.AddDays(1), "s", Confidence.Low, null);
        var e = Apply(new Change.SetMembership(membership)).Events[0];
        Assert.Equal(
            (EventType.MembershipChanged, Sample.OtherState, "wacap", MembershipRole.Observer, Sample.Today, Sample.Today.AddDays(1), "n"),
            (e.Type, e.State!.Value, e.Facts.Network, e.Facts.Role!.Value, e.Facts.ValidFrom!.Value, e.Facts.ValidTo!.Value,
            e.Facts.NoticeId));
        Assert.Equal(membership, _register.Memberships[("wacap", Sample.OtherState)]);
    }

    [Fact]
    public void A_commit_goes_from_the_head_it_was_prepared_on_event_by_event_to_the_next()
    {
        Apply(new Change.Confirm(Sample.Record));
        var from = _register.Head;
        var commit = CommitBuilder.Build(
            _register, Notice(null, new Change.Confirm(Sample.Record), new Change.DeclareNil(Sample.Mla)), Sample.Now,
            new FixedIdentifiers());
        Assert.Equal(("n", from, 3L), (commit.NoticeId, commit.From, commit.To.Sequence));
        Assert.Equal([from.Hash, commit.Events[0].Hash], commit.Events.Select(e => e.PreviousHash));
    }

    [Fact]
    public void The_time_of_an_event_is_never_before_the_last_ones_and_has_whole_seconds()
    {
        var head = new Head(1, "h") { Time = Sample.Now };
        Assert.Equal(Sample.Now, head.TimeOfNext(Sample.Now.AddSeconds(-3)));
        Assert.Equal(Sample.Now.AddSeconds(1), head.TimeOfNext(Sample.Now.AddMilliseconds(1999)));
    }

    [Fact]
    public void Only_some_changes_decide_who_is_competent_and_some_are_of_a_record()
    {
        var membership = new Membership("wacap", Sample.State, MembershipRole.Member, null, null, "s", Confidence.Low, null);
        (Change, bool, string?)[] table =
        [
            (Designating(Sample.Mla), true, null),
            (new Change.Withdraw("a", null, Sample.Today), true, "a"),
            (new Change.DeclareNil(Sample.Mla), true, null),
            (new Change.DeclareLegalBasis(new(Instrument.Untoc, LegalBasisValue.Yes)), true, null),
            (Amending("designations"), true, "b"),
            (Amending("authorityName"), true, "b"),
            (Amending("jurisdiction"), true, "b"),
            (Amending("comments"), false, "b"),
            (new Change.Confirm("c"), false, "c"),
            (new Change.Announce("d", new("k", "t", Sample.Today)), false, "d"),
            (new Change.SetMembership(membership), false, null),
        ];
        Assert.All(table, row => Assert.Equal((row.Item2, row.Item3), (row.Item1.ChangesDesignation(), row.Item1.Record())));

        static Change.Amend Amending(string field) => new("b", Sample.Object($$"""{"{{field}}":null}"""));
    }

    private static Authority Ending(Authority authority, params DateOnly?[] days) => authority with
    {
        Restricted = authority.Restricted with
        {
            Designations = [.. authority.Restricted.Designations.Zip(days, (d, day) => d with { EffectiveTo = day })],
        },
    };

    private static Change.Designate Designating(params Pair[] pairs)
    {
        var authority = Sample.Authority(pairs: pairs);
        return new(authority.Public, authority.Restricted, new());
    }

    private static ApprovedNotice Notice(DateOnly? noteDate, params Change[] changes) =>
        new("n", Sample.State, changes, noteDate, false, OfficeRole.Mission, ["r"]);

    private RegisterCommit Apply(Change change, DateOnly? noteDate = null)
    {
        var commit = CommitBuilder.Build(_register, Notice(noteDate, change), Sample.Now, new FixedIdentifiers());
        _register = _register.With(commit.Writes, commit.To);
        return commit;
    }
}
