using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Claiming;

/// <summary>V30: a State claims a network that does not list it, and the network is asked.</summary>
public sealed class NetworkClaimTests : ClaimCase
{
    [Fact]
    public async Task A_claim_to_a_network_that_does_not_list_the_State_is_a_task_of_that_network()
    {
        var notice = await Claim("wacap", "casc");
        Assert.Equal(NoticeStatus.Query, notice.Status);
        var claim = Assert.Single(await Claims.Open(Network("wacap"), default));
        Assert.Equal((notice.Id, Sample.State, "wacap"), (claim.Notice, claim.State, claim.Network));
        Assert.Equal(2, (await Claims.Open(null, default)).Count);
        Assert.Empty(await Claims.Open(Network("ejn"), default));
    }

    [Fact]
    public async Task A_network_is_asked_whatever_else_is_wrong_with_the_notice()
    {
        var form = Sample.Claiming("wacap");
        form["effectiveFrom"] = "2020-01-01";
        var notice = await _desk.Routed(form);
        Assert.Contains(notice.Problems, p => p.Code == ProblemCode.V02);
        Assert.Equal((NoticeStatus.Query, _desk.Clock.Now), (notice.Status, notice.DueAt));
    }

    [Fact]
    public async Task A_network_that_lists_the_State_takes_the_question_away_and_the_notice_goes_to_review()
    {
        var notice = await Claim("wacap");
        var taken = Assert.IsType<ClaimResult.Taken>(await Answer(notice, "wacap", true));
        Assert.Equal(NoticeStatus.Review, taken.Notice.Status);
        Assert.Empty(await Claims.Open(null, default));
        Assert.IsType<DecisionResult.Taken>(await _desk.Decide(notice, Callers.First, DecisionKind.Approve));
        Assert.Contains(("wacap", Sample.State), _desk.Register.Now.Memberships.Keys);
    }

    [Fact]
    public async Task An_answer_is_taken_though_the_sender_is_told_of_the_question_at_the_same_moment()
    {
        var notice = await Claim("wacap");
        _desk.Notices.Touched = notice.Id;
        Assert.IsType<ClaimResult.Taken>(await Answer(notice, "wacap", true));
    }
}
