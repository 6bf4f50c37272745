using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices;

public sealed class NoticeFlowTests
{
    private readonly Desk _desk = new(Sample.Authority());

    [Theory]
    [InlineData("""{"comments":"x"}""", NoticeStatus.Review)]
    [InlineData("""{"emails":[{"address":"no address"}]}""", NoticeStatus.Query)]
    [InlineData("""{"website":"https://justice.example"}""", NoticeStatus.Review)]
    public async Task A_notice_goes_where_its_gravest_problem_sends_it(string set, NoticeStatus status)
    {
        var notice = await _desk.Routed(Sample.Amending(set));
        Assert.Equal(status, notice.Status);
        Assert.Null(notice.DueAt);
        Assert.Equal(1, notice.BasedOn[Sample.Record]);
    }

    [Fact]
    public async Task A_notice_that_the_hub_cannot_deal_with_is_tried_three_times_and_then_waits_for_a_person()
    {
        var accepted = Assert.IsType<SubmissionResult.Accepted>(await _desk.Submit(Sample.Amending("""{"comments":"x"}"""))).Notice;
        _desk.Register.Breaks = true;
        for (var attempt = 1; attempt < 3; attempt++)
        {
            var later = await _desk.Advance(accepted);
            Assert.Equal((NoticeStatus.Received, attempt, "InvalidOperationException"), (later.Status, later.Attempts, later.Trouble));
            // Woken again at once, it is left alone until its time has come.
            Assert.Equal(attempt, (await _desk.Advance(accepted)).Attempts);
            _desk.Clock.Advance(later.DueAt!.Value - _desk.Clock.Now);
        }
        await Assert.ThrowsAsync<InvalidOperationException>(() => _desk.Advance(accepted));
        Assert.Null((await _desk.Find(accepted)).DueAt);

        var rejected = await _desk.Decide(await _desk.Find(accepted), Callers.First, DecisionKind.Reject, "It cannot be read.");
        Assert.Equal(NoticeStatus.Rejected, Assert.IsType<DecisionResult.Taken>(rejected).Notice.Status);
    }

    [Fact]
    public async Task A_notice_that_was_given_up_goes_on_once_a_person_has_mended_what_it_failed_by()
    {
        var accepted = Assert.IsType<SubmissionResult.Accepted>(await _desk.Submit(Sample.Amending("""{"comments":"x"}"""))).Notice;
        _desk.Notices.Put(accepted with { Attempts = 3, Trouble = "InvalidOperationException", DueAt = null });
        var routed = await _desk.Advance(accepted);
        Assert.Equal((NoticeStatus.Review, 0, (string?)null), (routed.Status, routed.Attempts, routed.Trouble));
    }

    [Fact]
    public async Task An_approved_notice_that_was_given_up_is_committed_once_somebody_asks_again()
    {
        var approved = _desk.Put(NoticeStatus.Approved, Sample.Amending("""{"comments":"x"}"""));
        _desk.Notices.Put(approved with { Attempts = 3, Trouble = "InvalidOperationException", DueAt = null });
        _desk.Register.Breaks = true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => _desk.Advance(approved));
        Assert.Equal(NoticeStatus.Approved, (await _desk.Find(approved)).Status);

        _desk.Register.Breaks = false;
        Assert.NotEqual(NoticeStatus.Approved, (await _desk.Advance(approved)).Status);
    }

    [Fact]
    public async Task What_is_no_notice_is_closed() =>
        Assert.Equal(NoticeStatus.Closed, (await _desk.Routed(Sample.Notice(NoticeKind.NotANotice))).Status);

    [Fact]
    public async Task A_designation_by_the_authority_itself_is_held() =>
        Assert.Equal(NoticeStatus.Held, (await _desk.Routed(Desk.NewPair(), Callers.Authority)).Status);

    [Fact]
    public async Task Routing_again_changes_nothing()
    {
        var notice = await _desk.Routed(Sample.Amending("""{"comments":"x"}"""));
        Assert.Equal(notice, await _desk.NoticeFlow.Advance(notice.Id, default));
    }

    [Fact]
    public async Task An_amended_notice_is_superseded_though_its_sender_is_told_of_it_at_the_same_moment()
    {
        var earlier = _desk.Put(NoticeStatus.Query, Sample.Amending("""{"comments":"x"}"""));
        _desk.Notices.Touched = earlier.Id;
        await _desk.Routed(Sample.Amending("""{"comments":"y"}""", $$"""{"amends":"{{earlier.Id}}"}"""));
        Assert.Equal(NoticeStatus.Superseded, (await _desk.Find(earlier)).Status);
    }

    [Theory]
    [InlineData(NoticeStatus.Query, NoticeStatus.Superseded)]
    [InlineData(NoticeStatus.Held, NoticeStatus.Superseded)]
    [InlineData(NoticeStatus.Review, NoticeStatus.Review)]
    [InlineData(NoticeStatus.Approved, NoticeStatus.Approved)]
    [InlineData(NoticeStatus.Committed, NoticeStatus.Committed)]
    public async Task An_amendment_takes_the_place_of_what_waits_for_an_answer_and_of_nothing_else(NoticeStatus before, NoticeStatus after)
    {
        var earlier = _desk.Put(before, Sample.Amending("""{"comments":"x"}"""));
        var later = await _desk.Routed(Sample.Amending("""{"comments":"y"}""", $$"""{"amends":"{{earlier.Id}}"}"""));
        var now = await _desk.Find(earlier);
        Assert.Equal((after, before == after ? null : later.Id), (now.Status, now.Linked));
    }

    [Theory]
    [InlineData(NoticeStatus.Query)]
    [InlineData(NoticeStatus.Held)]
    public async Task An_authority_takes_the_place_of_its_missions_notice_only_once_the_mission_stands_by_that(NoticeStatus before)
    {
        var earlier = _desk.Put(before, Sample.Notice(NoticeKind.Withdrawal, Sample.Object($$"""{"recordId":"{{Sample.Record}}"}""")));
        var amending = Sample.Amending("""{"comments":"y"}""", $$"""{"amends":"{{earlier.Id}}"}""");
        var later = await _desk.Routed(amending, Callers.Authority);
        Assert.Equal((before, (string?)null), (await _desk.Find(earlier) is var kept ? kept.Status : default, kept.Linked));
        Assert.Equal(NoticeStatus.Held, later.Status);
        Assert.Equal(
            new Problem(ProblemCode.V20, "/amends", Hub.Register.Problems.Outcome.Hold, [earlier.Id]),
            Assert.Single(later.Problems));

        await _desk.Decisions.Confirm(later.Id, Callers.Mission, null, default);
        Assert.Equal((NoticeStatus.Superseded, later.Id), (await _desk.Find(earlier) is var now ? now.Status : default, now.Linked));
        Assert.Equal(NoticeStatus.Review, (await _desk.Find(later)).Status);
    }

    [Fact]
    public async Task An_authority_takes_the_place_of_its_own_notice_and_a_ministry_of_the_missions()
    {
        var own = _desk.Notices.Put(
            _desk.Put(NoticeStatus.Query, Sample.Amending("""{"comments":"x"}""")) with { Sender = Callers.Authority });
        await _desk.Routed(Sample.Amending("""{"comments":"y"}""", $$"""{"amends":"{{own.Id}}"}"""), Callers.Authority);
        var missions = _desk.Put(NoticeStatus.Query, Sample.Amending("""{"comments":"z"}"""));
        await _desk.Routed(Sample.Amending("""{"comments":"w"}""", $$"""{"amends":"{{missions.Id}}"}"""), Callers.Ministry);
        foreach (var earlier in new[] { own, missions })
            Assert.Equal(NoticeStatus.Superseded, (await _desk.Find(earlier)).Status);
    }

    [Fact]
    public async Task An_amendment_does_not_touch_another_States_notice()
    {
        var foreign = _desk.Notices.Put(
            Desk.Notice("SEN-1", NoticeStatus.Query, Sample.Amending("""{"comments":"x"}""")) with { State = Sample.OtherState });
        await _desk.Advance(_desk.Put(NoticeStatus.Received, Sample.Amending("""{"comments":"y"}""", """{"amends":"SEN-1"}""")));
        Assert.Equal(NoticeStatus.Query, (await _desk.Find(foreign)).Status);
    }

    [Fact]
    public async Task A_crash_between_approval_and_commit_is_made_good_when_due()
    {
        var approved = _desk.Put(NoticeStatus.Approved, Sample.Amending("""{"comments":"x"}"""), _desk.Clock.Now.AddSeconds(30));
        Assert.Equal(NoticeStatus.Approved, (await _desk.Advance(approved)).Status);
        _desk.Clock.Advance(TimeSpan.FromSeconds(30));
        var committed = await _desk.Advance(approved);
        Assert.Equal((NoticeStatus.Committed, 1L), (committed.Status, committed.Sequence));
    }

    [Fact]
    public async Task A_crash_between_commit_and_its_note_on_the_notice_commits_nothing_twice()
    {
        var approved = _desk.Put(NoticeStatus.Approved, Sample.Amending("""{"comments":"x"}"""), _desk.Clock.Now);
        await _desk.Advance(approved);
        _desk.Notices.Put(approved);
        Assert.Equal((NoticeStatus.Committed, 1L), await Outcome(approved));
        Assert.Equal(1, _desk.Register.Commits);
    }

    [Fact]
    public async Task The_same_holds_for_a_notice_that_touches_no_record_and_for_an_old_snapshot()
    {
        var approved = _desk.Put(NoticeStatus.Approved, Sample.Notice(NoticeKind.NilDeclaration,
            Sample.Object("""{"pair":{"instrument":"UNTOC","article":"16","matter":"EXTRADITION"}}""")), _desk.Clock.Now);
        _desk.Register.Cached = _desk.Register.Now;
        await _desk.Advance(approved);
        _desk.Notices.Put(approved);
        Assert.Equal((NoticeStatus.Committed, 1L), await Outcome(approved));
        Assert.Equal(1, _desk.Register.Commits);
    }

    [Fact]
    public async Task A_commit_that_others_overtook_is_prepared_again_on_the_new_head()
    {
        var approved = _desk.Put(NoticeStatus.Approved, Sample.Amending("""{"comments":"x"}"""), _desk.Clock.Now);
        for (var i = 0; i < 3; i++)
            _desk.Register.BeforeNextCommit(() => _desk.Register.Grow());
        Assert.Equal((NoticeStatus.Committed, 4L), await Outcome(approved));
        Assert.Null(ChainVerifier.Verify(_desk.Register.Log, _desk.Register.Now.Head));
    }

    [Fact]
    public async Task A_commit_that_never_catches_up_stays_approved_and_due()
    {
        var approved = _desk.Put(NoticeStatus.Approved, Sample.Amending("""{"comments":"x"}"""), _desk.Clock.Now);
        for (var i = 0; i < 20; i++)
            _desk.Register.BeforeNextCommit(() => _desk.Register.Grow());
        Assert.Equal(NoticeStatus.Approved, (await _desk.Advance(approved)).Status);
        Assert.Equal(_desk.Clock.Now, (await _desk.Find(approved)).DueAt);
    }

    [Fact]
    public async Task An_approved_notice_whose_record_changed_goes_back_to_review()
    {
        var approved = _desk.Put(NoticeStatus.Approved, Sample.Amending("""{"comments":"x"}"""), _desk.Clock.Now);
        _desk.Register.Change(new Change.Confirm(Sample.Record));
        Assert.Equal(NoticeStatus.Review, (await _desk.Advance(approved)).Status);
        Assert.Equal(1, _desk.Register.Commits);
    }

    [Fact]
    public async Task A_record_that_changes_while_the_commit_is_under_way_is_not_overwritten()
    {
        var approved = _desk.Put(NoticeStatus.Approved, Sample.Amending("""{"comments":"x"}"""), _desk.Clock.Now);
        _desk.Register.BeforeNextCommit(
            () => _desk.Register.Change(new Change.Amend(Sample.Record, Sample.Object("""{"comments":"newer"}"""))));
        Assert.Equal(NoticeStatus.Review, (await _desk.Advance(approved)).Status);
        Assert.Equal("newer", _desk.Register.Now.Authorities[Sample.Record].Restricted.Comments);
    }

    private async Task<(NoticeStatus, long?)> Outcome(Notice notice) =>
        await _desk.Advance(notice) is var n ? (n.Status, n.Sequence) : default;
}
