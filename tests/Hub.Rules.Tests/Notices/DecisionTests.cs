using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices;

public sealed class DecisionTests
{
    private readonly Desk _desk = new(Sample.Authority());

    public static TheoryData<NoticeStatus, DecisionKind, NoticeStatus?> Table
    {
        get
        {
            var table = new TheoryData<NoticeStatus, DecisionKind, NoticeStatus?>();
            foreach (var status in Enum.GetValues<NoticeStatus>())
                foreach (var kind in Enum.GetValues<DecisionKind>())
                    table.Add(status, kind, After(status, kind));
            return table;
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_decision_leads_where_the_table_says_or_changes_nothing(NoticeStatus status, DecisionKind kind, NoticeStatus? after)
    {
        var notice = _desk.Put(status, Sample.Amending("""{"comments":"x"}"""));
        var result = await _desk.Decide(notice, Callers.First, kind, "because");
        Assert.Equal(after is null ? typeof(DecisionResult.NotNow) : typeof(DecisionResult.Taken), result.GetType());
        Assert.Equal(after ?? status, (await _desk.Find(notice)).Status);
        Assert.Equal(after == NoticeStatus.Committed ? 1 : 0, _desk.Register.Commits);
    }

    [Theory]
    [InlineData(NoticeStatus.Review, DecisionKind.Reject)]
    [InlineData(NoticeStatus.Review, DecisionKind.Query)]
    [InlineData(NoticeStatus.Query, DecisionKind.Approve)]
    public async Task Some_decisions_want_a_reason(NoticeStatus status, DecisionKind kind) => Assert.IsType<DecisionResult.NotNow>(
        await _desk.Decide(_desk.Put(status, Sample.Amending("""{"comments":"x"}""")), Callers.First, kind, " "));

    [Fact]
    public async Task Nobody_decides_on_a_notice_that_is_not_there() => Assert.IsType<DecisionResult.Unknown>(
        await _desk.Decide(Desk.Notice("XAA-none", NoticeStatus.Review, []), Callers.First, DecisionKind.Approve));

    [Fact]
    public async Task Who_approves_as_another_notice_changes_the_record_is_told_so_and_shown_both_versions()
    {
        var notice = await _desk.Routed(Sample.Amending("""{"comments":"x"}"""));
        _desk.Register.BeforeNextCommit(() => _desk.Register.Change(new Change.Confirm(Sample.Record)));
        var changed = Assert.IsType<DecisionResult.RecordChanged>(await _desk.Decide(notice, Callers.First, DecisionKind.Approve));
        Assert.Equal((1, 2), (changed.Versions.Single().Checked!.Version, changed.Versions.Single().Present!.Version));
        Assert.Equal(NoticeStatus.Review, (await _desk.Find(notice)).Status);
        var again = await _desk.Decide(notice, Callers.First, DecisionKind.Approve, null, (Sample.Record, 2));
        Assert.Equal(NoticeStatus.Committed, Taken(again).Status);
    }

    [Fact]
    public async Task Who_approves_what_no_longer_fits_the_register_as_it_is_committed_is_told_why()
    {
        var notice = await _desk.Routed(Sample.Notice(NoticeKind.Withdrawal, Sample.Object(
            $$"""{"recordId":"{{Sample.Record}}","lastDay":"2025-03-31"}""")));
        await _desk.Decide(notice, Callers.First, DecisionKind.Approve);
        _desk.Register.BeforeNextCommit(() => _desk.Register.Change(new Change.Confirm(Sample.Record)));
        Assert.IsType<DecisionResult.RecordChanged>(await _desk.Decide(notice, Callers.Second, DecisionKind.Approve));
    }

    [Fact]
    public async Task A_change_of_designation_wants_four_eyes()
    {
        var notice = await _desk.Routed(Desk.NewPair());
        Assert.Equal(NoticeStatus.SecondReview, Taken(await _desk.Decide(notice, Callers.First, DecisionKind.Approve)).Status);
        Assert.IsType<DecisionResult.NotNow>(await _desk.Decide(notice, Callers.First, DecisionKind.Approve));
        Assert.Equal(0, _desk.Register.Commits);
        var committed = Taken(await _desk.Decide(notice, Callers.Second, DecisionKind.Approve));
        Assert.Equal(NoticeStatus.Committed, committed.Status);
        var record = _desk.Register.Now.Of(Sample.State).Single(a => a.Id != Sample.Record);
        Assert.Equal([Callers.First.Name, Callers.Second.Name], record.Secretariat.Reviewers);
    }

    [Fact]
    public async Task The_same_eyes_twice_are_not_four_even_by_way_of_a_question()
    {
        var notice = await _desk.Routed(Desk.NewPair());
        await _desk.Decide(notice, Callers.First, DecisionKind.Approve);
        await _desk.Decide(notice, Callers.First, DecisionKind.Query, "Which office?");
        await _desk.Decide(notice, Callers.First, DecisionKind.Approve, "Answered by telephone.");
        Assert.IsType<DecisionResult.NotNow>(await _desk.Decide(notice, Callers.First, DecisionKind.Approve));
        Assert.Equal(0, _desk.Register.Commits);
    }

    [Fact]
    public async Task Who_asked_a_question_may_still_be_the_second_reviewer()
    {
        var notice = await _desk.Routed(Desk.NewPair());
        await _desk.Decide(notice, Callers.Second, DecisionKind.Query, "Which office?");
        await _desk.Decide(notice, Callers.First, DecisionKind.Approve, "Answered by telephone.");
        Assert.Equal(NoticeStatus.Committed, Taken(await _desk.Decide(notice, Callers.Second, DecisionKind.Approve)).Status);
    }

    [Fact]
    public async Task Two_reviewers_suffice_also_when_a_notice_comes_back_to_review_and_they_alone_stand_for_it()
    {
        var notice = await _desk.Routed(
            Sample.Amending("""{"authorityName":{"en":"Office of Cooperation"}}""", """{"kind":"CHANGE_OF_DESIGNATION"}"""));
        await _desk.Decide(notice, Callers.First, DecisionKind.Approve);
        _desk.Register.BeforeNextCommit(() => _desk.Register.Change(new Change.Confirm(Sample.Record)));
        var raced = await _desk.Decide(notice, new("reviewer-3", CallerKind.Secretariat), DecisionKind.Approve);
        Assert.Equal(NoticeStatus.Review, Assert.IsType<DecisionResult.RecordChanged>(raced).Notice.Status);
        await _desk.Decide(notice, Callers.First, DecisionKind.Approve, null, (Sample.Record, 2));
        Assert.Equal(NoticeStatus.Committed, Taken(await _desk.Decide(notice, Callers.Second, DecisionKind.Approve)).Status);
        Assert.Equal(
            [Callers.First.Name, Callers.Second.Name], _desk.Register.Now.Authorities[Sample.Record].Secretariat.Reviewers);
    }

    [Fact]
    public async Task Who_approved_with_a_key_and_now_signs_in_may_be_one_person_so_two_who_signed_in_approve()
    {
        var notice = await _desk.Routed(Desk.NewPair());
        await _desk.Decide(notice, Callers.First, DecisionKind.Approve);
        var (one, other) = (Callers.Second with { SignedIn = true }, Callers.First with { SignedIn = true });
        Assert.Equal(NoticeStatus.SecondReview, Taken(await _desk.Decide(notice, one, DecisionKind.Approve)).Status);
        Assert.IsType<DecisionResult.NotNow>(await _desk.Decide(notice, one, DecisionKind.Approve));
        Assert.Equal(NoticeStatus.Committed, Taken(await _desk.Decide(notice, other, DecisionKind.Approve)).Status);
    }

    [Fact]
    public async Task What_the_second_reviewer_approves_of_a_newer_record_the_first_approves_too()
    {
        var notice = await _desk.Routed(
            Sample.Amending("""{"authorityName":{"en":"Office of Cooperation"}}""", """{"kind":"CHANGE_OF_DESIGNATION"}"""));
        await _desk.Decide(notice, Callers.First, DecisionKind.Approve);
        _desk.Register.Change(new Change.Confirm(Sample.Record));
        Assert.IsType<DecisionResult.RecordChanged>(await _desk.Decide(notice, Callers.Second, DecisionKind.Approve));
        var again = await _desk.Decide(notice, Callers.Second, DecisionKind.Approve, null, (Sample.Record, 2));
        Assert.Equal(NoticeStatus.SecondReview, Taken(again).Status);
        Assert.Equal(NoticeStatus.Committed, Taken(await _desk.Decide(notice, Callers.First, DecisionKind.Approve)).Status);
    }

    [Fact]
    public async Task A_key_and_those_it_made_are_one_pair_of_eyes_however_long_the_chain()
    {
        var made = Callers.First.Making(new("reviewer-3", CallerKind.Secretariat));
        var madeByThat = made.Making(new("reviewer-4", CallerKind.Secretariat));
        var sister = Callers.First.Making(new("reviewer-5", CallerKind.Secretariat));
        (Caller, Caller)[] pairs = [(Callers.First, made), (made, Callers.First), (Callers.First, madeByThat), (sister, madeByThat)];
        foreach (var (one, other) in pairs)
        {
            var desk = new Desk(Sample.Authority());
            var notice = await desk.Routed(Desk.NewPair());
            Assert.IsType<DecisionResult.Taken>(await desk.Decide(notice, one, DecisionKind.Approve));
            Assert.IsType<DecisionResult.NotNow>(await desk.Decide(notice, other, DecisionKind.Approve));
            await desk.Decide(notice, other, DecisionKind.Query, "Which office?");
            Assert.IsType<DecisionResult.Taken>(await desk.Decide(notice, other, DecisionKind.Approve, "Answered."));
            Assert.IsType<DecisionResult.NotNow>(await desk.Decide(notice, one, DecisionKind.Approve));
            Assert.Equal(0, desk.Register.Commits);
        }
    }

    [Fact]
    public async Task Keys_that_only_the_first_key_made_are_two_pairs_of_eyes()
    {
        var first = new Caller(Caller.FirstKey, CallerKind.Secretariat);
        var notice = await _desk.Routed(Desk.NewPair());
        await _desk.Decide(notice, first.Making(Callers.First), DecisionKind.Approve);
        Assert.IsType<DecisionResult.Taken>(await _desk.Decide(notice, first.Making(Callers.Second), DecisionKind.Approve));
    }

    [Fact]
    public async Task The_word_of_an_office_is_not_also_that_of_who_set_its_address_after_the_notice_came()
    {
        var notice = await _desk.Routed(Desk.NewPair(), Callers.Authority);
        var office = Callers.Mission with { MadeBy = Callers.First.Person };
        await _desk.Decisions.Confirm(notice.Id, office, notice.ReceivedAt.AddMinutes(1), default);
        Assert.IsType<DecisionResult.NotNow>(await _desk.Decide(notice, Callers.First, DecisionKind.Approve));
        Assert.IsType<DecisionResult.Taken>(await _desk.Decide(notice, Callers.Second, DecisionKind.Approve));
        Assert.IsType<DecisionResult.NotNow>(await _desk.Decide(notice, Callers.First, DecisionKind.Approve));

        var desk = new Desk(Sample.Authority());
        var another = await desk.Routed(Desk.NewPair(), Callers.Authority);
        await desk.Decisions.Confirm(another.Id, office, another.ReceivedAt.AddDays(-1), default);
        Assert.IsType<DecisionResult.Taken>(await desk.Decide(another, Callers.First, DecisionKind.Approve));
    }

    [Fact]
    public async Task Everybody_who_set_an_offices_address_or_rights_after_the_notice_came_leaves_it_to_others()
    {
        var notice = await _desk.Routed(Desk.NewPair(), Callers.Authority);
        var office = Callers.Mission with { MadeBy = Callers.First.Person };
        await _desk.Decisions.Confirm(
            notice.Id, office, notice.ReceivedAt.AddMinutes(1), default, [Callers.First.Person, Callers.Second.Person]);
        foreach (var one in new[] { Callers.First, Callers.Second })
            Assert.IsType<DecisionResult.NotNow>(await _desk.Decide(notice, one, DecisionKind.Approve));
        Assert.IsType<DecisionResult.Taken>(await _desk.Decide(notice, new("reviewer-3", CallerKind.Secretariat), DecisionKind.Approve));
    }

    [Fact]
    public async Task A_held_notice_waits_for_its_mission_or_ministry()
    {
        var notice = await _desk.Routed(Desk.NewPair(), Callers.Authority);
        Assert.IsType<DecisionResult.NotNow>(await _desk.Decide(notice, Callers.First, DecisionKind.Approve, "we know them"));
        Assert.IsType<DecisionResult.NotNow>(await _desk.Decisions.Confirm(notice.Id, Callers.Authority, null, default));
        Assert.IsType<DecisionResult.NotNow>(await _desk.Decisions.Confirm(notice.Id, Callers.MissionAsReader, null, default));
        Assert.IsType<DecisionResult.Unknown>(await _desk.Decisions.Confirm(notice.Id, Callers.OtherMission, null, default));
        var confirmed = Taken(await _desk.Decisions.Confirm(notice.Id, Callers.Ministry, null, default));
        Assert.Equal((NoticeStatus.Review, Callers.Ministry.Name), (confirmed.Status, confirmed.ConfirmedBy));
        await _desk.Decide(notice, Callers.First, DecisionKind.Approve);
        Assert.Equal(NoticeStatus.Committed, Taken(await _desk.Decide(notice, Callers.Second, DecisionKind.Approve)).Status);
    }

    [Fact]
    public async Task A_question_is_no_way_round_the_mission()
    {
        var held = await _desk.Routed(Desk.NewPair(), Callers.Authority);
        await _desk.Decide(held, Callers.First, DecisionKind.Query, "Why?");
        var queried = await _desk.Routed(
            Sample.Designating(
                """{"interpolAccepted":null,"designations":"""
                + """[{"instrument":"UNTOC","article":"17","matter":"TRANSFER_SENTENCED_PERSONS"}]}"""),
            Callers.Authority);
        Assert.Equal(NoticeStatus.Query, queried.Status);
        foreach (var notice in new[] { held, queried })
            Assert.IsType<DecisionResult.NotNow>(await _desk.Decide(notice, Callers.First, DecisionKind.Approve, "answered"));
        var confirmed = Taken(await _desk.Decisions.Confirm(queried.Id, Callers.Mission, null, default));
        Assert.Equal((NoticeStatus.Query, Callers.Mission.Name), (confirmed.Status, confirmed.ConfirmedBy));
        Assert.IsType<DecisionResult.Taken>(await _desk.Decide(queried, Callers.First, DecisionKind.Approve, "answered"));
    }

    [Fact]
    public async Task Nothing_is_approved_that_was_understood_in_part_only()
    {
        var notice = await _desk.Routed(Sample.Notice(NoticeKind.TemporaryMeasure,
            Sample.Object($$"""{"recordId":"{{Sample.Record}}","temporaryNotice":{"kind":"k","text":"t","from":"03/04/2025"} }""")));
        Assert.Equal(NoticeStatus.Query, notice.Status);
        Assert.IsType<DecisionResult.NotNow>(await _desk.Decide(notice, Callers.First, DecisionKind.Approve, "April"));
    }

    [Fact]
    public async Task A_future_date_of_effect_is_waited_for()
    {
        var notice = await _desk.Routed(Sample.Amending("""{"comments":"x"}""", """{"effectiveFrom":"2025-04-01"}"""));
        var approved = Taken(await _desk.Decide(notice, Callers.First, DecisionKind.Approve));
        Assert.Equal((NoticeStatus.Approved, new DateTimeOffset(2025, 4, 1, 0, 0, 0, TimeSpan.Zero)), (approved.Status, approved.DueAt));
        _desk.Clock.Now = approved.DueAt!.Value.AddTicks(-1);
        Assert.Equal(NoticeStatus.Approved, (await _desk.Advance(notice)).Status);
        _desk.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(NoticeStatus.Committed, (await _desk.Advance(notice)).Status);
        Assert.Equal("x", _desk.Register.Now.Authorities[Sample.Record].Restricted.Comments);
    }

    [Fact]
    public async Task A_reviewer_who_looked_at_an_old_record_gets_both_versions_and_may_decide_on_the_new_one()
    {
        var notice = await _desk.Routed(Sample.Amending("""{"comments":"x"}"""));
        _desk.Register.Change(new Change.Amend(Sample.Record, Sample.Object("""{"unitName":"new unit"}""")));
        var stale = Assert.IsType<DecisionResult.RecordChanged>(await _desk.Decide(notice, Callers.First, DecisionKind.Approve));
        Assert.Equal([(1, 2)], stale.Versions.Select(v => (v.Checked!.Version, v.Present!.Version)));
        Assert.IsType<DecisionResult.RecordChanged>(
            await _desk.Decide(notice, Callers.First, DecisionKind.Approve, null, (Sample.Record, 1)));
        Assert.Equal(
            NoticeStatus.Committed,
            Taken(await _desk.Decide(notice, Callers.First, DecisionKind.Approve, null, (Sample.Record, 2))).Status);
        var record = _desk.Register.Now.Authorities[Sample.Record];
        Assert.Equal((3, "x", "new unit"), (record.Version, record.Restricted.Comments, record.Restricted.UnitName));
    }

    [Fact]
    public async Task Of_two_decisions_at_one_moment_one_counts()
    {
        var notice = await _desk.Routed(Sample.Amending("""{"comments":"x"}"""));
        var results = await Task.WhenAll(
            _desk.Decide(notice, Callers.First, DecisionKind.Approve), _desk.Decide(notice, Callers.Second, DecisionKind.Reject, "no"));
        Assert.Single(results.OfType<DecisionResult.Taken>());
        Assert.Single((await _desk.Find(notice)).Decisions);
    }

    private static NoticeStatus? After(NoticeStatus status, DecisionKind kind) => (status, kind) switch
    {
        (NoticeStatus.Held, DecisionKind.Approve) => null,
        (NoticeStatus.Review or NoticeStatus.SecondReview or NoticeStatus.Query, DecisionKind.Approve) => NoticeStatus.Committed,
        (NoticeStatus.Review or NoticeStatus.SecondReview or NoticeStatus.Query or NoticeStatus.Held, DecisionKind.Reject) =>
            NoticeStatus.Rejected,
        (NoticeStatus.Review or NoticeStatus.SecondReview or NoticeStatus.Query or NoticeStatus.Held, DecisionKind.Query) =>
            NoticeStatus.Query,
        _ => null,
    };

    private static Notice Taken(DecisionResult result) => Assert.IsType<DecisionResult.Taken>(result).Notice;
}
