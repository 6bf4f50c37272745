using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Deciding;

public sealed class PairsOfEyesTests
{
    private readonly Desk _desk = new(Sample.Authority());

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

    private static Notice Taken(DecisionResult result) => Assert.IsType<DecisionResult.Taken>(result).Notice;
}
