using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Routing;

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
}
