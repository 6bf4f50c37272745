using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Deciding;

public sealed class HeldDecisionTests
{
    private readonly Desk _desk = new(Sample.Authority());

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

    private static Notice Taken(DecisionResult result) => Assert.IsType<DecisionResult.Taken>(result).Notice;
}
