using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Deciding;

public sealed class FourEyesTests
{
    private readonly Desk _desk = new(Sample.Authority());

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

    private static Notice Taken(DecisionResult result) => Assert.IsType<DecisionResult.Taken>(result).Notice;
}
