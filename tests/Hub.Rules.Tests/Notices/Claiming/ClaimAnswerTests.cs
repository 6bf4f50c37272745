using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Claiming;

public sealed class ClaimAnswerTests : ClaimCase
{
    [Fact]
    public async Task With_another_network_still_to_answer_it_stays_a_query()
    {
        var notice = await Claim("wacap", "casc");
        Assert.Equal(NoticeStatus.Query, Assert.IsType<ClaimResult.Taken>(await Answer(notice, "casc", true)).Notice.Status);
        Assert.Equal("wacap", Assert.Single(await Claims.Open(null, default)).Network);
        Assert.Equal(NoticeStatus.Review, Assert.IsType<ClaimResult.Taken>(await Answer(notice, "wacap", true)).Notice.Status);
    }

    [Fact]
    public async Task A_network_that_does_not_list_it_leaves_the_question_open_with_its_answer()
    {
        var notice = await Claim("wacap");
        var taken = Assert.IsType<ClaimResult.Taken>(await Answer(notice, "wacap", false, "Not a member.")).Notice;
        Assert.Equal((NoticeStatus.Query, false), (taken.Status, taken.NetworkAnswers.Single().Listed));
        Assert.IsType<DecisionResult.NotNow>(await _desk.Decide(notice, Callers.First, DecisionKind.Approve));
        var changed = Assert.IsType<ClaimResult.Taken>(await Answer(notice, "wacap", true)).Notice;
        Assert.Equal((NoticeStatus.Review, true), (changed.Status, changed.NetworkAnswers.Single().Listed));
    }

    [Fact]
    public async Task What_was_not_asked_cannot_be_answered()
    {
        var notice = await Claim("wacap");
        Assert.IsType<ClaimResult.Unknown>(await Answer(notice, "ejn", true));
        Assert.IsType<ClaimResult.Unknown>(await Answer(notice with { Id = "XAA-nothing" }, "wacap", true));
        await Answer(notice, "wacap", true);
        Assert.IsType<ClaimResult.Unknown>(await Answer(notice, "wacap", false));
    }

    [Fact]
    public async Task A_claim_says_what_the_State_says_it_is_there_and_the_oldest_comes_first()
    {
        var later = _desk.Notices.Put(await Claim("wacap") with { ReceivedAt = Sample.Now.AddDays(1) });
        var first = await _desk.Routed(Sample.Notice(NoticeKind.NetworkMembership, Sample.Object(
            """{"membership":{"network":"casc","role":"OBSERVER","validFrom":"2025-01-01","validTo":"2025-12-31"} }""")));
        Assert.Equal([first.Id, later.Id], (await Claims.Open(null, default)).Select(c => c.Notice));
        Assert.Equal(
            new NetworkClaim(
                first.Id, Sample.State, "casc", MembershipRole.Observer, new(2025, 1, 1), new(2025, 12, 31), Sample.Now),
            Assert.Single(await Claims.Of(first, default)));
        Assert.Empty(await Claims.Of(await _desk.Routed(Sample.Designating()), default));
    }
}
