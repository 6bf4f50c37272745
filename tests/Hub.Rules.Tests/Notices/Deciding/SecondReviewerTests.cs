using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Notices.Rules;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Deciding;

public sealed class SecondReviewerTests
{
    private readonly Desk _desk = new(Sample.Authority());

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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task However_keys_and_people_who_signed_in_take_turns_the_second_of_one_way_ends_it(bool endsSignedIn)
    {
        var notice = await _desk.Routed(Desk.NewPair());
        await _desk.Decide(notice, Callers.First, DecisionKind.Approve);
        await _desk.Decide(notice, Signed("amina"), DecisionKind.Approve);
        Assert.Equal(
            NoticeRefusal.WantsColleague,
            Assert.IsType<DecisionResult.NotNow>(await _desk.Decide(notice, Callers.First, DecisionKind.Approve)).Why);
        var last = await _desk.Decide(notice, endsSignedIn ? Signed("boris") : Callers.Second, DecisionKind.Approve);
        Assert.Equal(NoticeStatus.Committed, Taken(last).Status);
    }

    [Fact]
    public async Task What_was_approved_in_the_one_way_before_the_record_changed_counts_for_nothing_after_it()
    {
        var notice = await _desk.Routed(
            Sample.Amending("""{"authorityName":{"en":"Office of Cooperation"}}""", """{"kind":"CHANGE_OF_DESIGNATION"}"""));
        await _desk.Decide(notice, Callers.First, DecisionKind.Approve);
        _desk.Register.Change(new Change.Confirm(Sample.Record));
        await _desk.Decide(notice, Signed("amina"), DecisionKind.Approve, null, (Sample.Record, 2));
        Assert.Equal(
            NoticeStatus.SecondReview, Taken(await _desk.Decide(notice, Callers.Second, DecisionKind.Approve)).Status);
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

    private static Caller Signed(string name) => new(name, CallerKind.Secretariat) { SignedIn = true };

    private static Notice Taken(DecisionResult result) => Assert.IsType<DecisionResult.Taken>(result).Notice;
}
