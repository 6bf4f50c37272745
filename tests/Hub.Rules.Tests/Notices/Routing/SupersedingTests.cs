using Hub.Notices;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Routing;

public sealed class SupersedingTests
{
    private readonly Desk _desk = new(Sample.Authority());

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

    private async Task<(NoticeStatus, long?)> Outcome(Notice notice) =>
        await _desk.Advance(notice) is var n ? (n.Status, n.Sequence) : default;
}
