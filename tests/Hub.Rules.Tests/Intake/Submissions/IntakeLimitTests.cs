using Hub.Notices;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Submissions;

public sealed class IntakeLimitTests
{
    private readonly Desk _desk = new(Sample.Authority());

    [Fact]
    public async Task Problems_beyond_a_hundred_are_counted_and_not_listed()
    {
        var notice = Sample.Designating();
        foreach (var i in Enumerable.Range(0, 15_000))
            notice[$"unknown{i}"] = 1;
        var refused = Assert.IsType<SubmissionResult.Refused>(await _desk.Submit(notice));
        Assert.Equal(ProblemLists.Most + 1, refused.Problems.Count);
        var more = refused.Problems[^1];
        Assert.Equal((ProblemCode.F08, Outcome.Refuse), (more.Code, more.Outcome));
        Assert.InRange(int.Parse(more.Arguments[0], null), 14_900, 15_000);
        Assert.InRange(refused.Problems.Sum(p => p.Arguments.Sum(a => a.Length)), 0, 200_000);
    }

    [Fact]
    public async Task Attachments_without_end_that_did_not_come_make_a_list_with_an_end()
    {
        var notice = Sample.Amending("""{"comments":"x"}""");
        notice["attachments"] = new System.Text.Json.Nodes.JsonArray(
            [.. Enumerable.Range(0, 500).Select(i => Sample.Object($$"""{"name":"note-{{i}}.pdf"}"""))]);
        var kept = Accepted(await _desk.Submit(notice));
        Assert.Equal((ProblemLists.Most + 1, ProblemCode.F08), (kept.Problems.Count, kept.Problems[^1].Code));
        Assert.Equal("400", kept.Problems[^1].Arguments[0]);
        Assert.Equal(NoticeStatus.Query, (await _desk.Advance(kept)).Status);
    }

    [Fact]
    public async Task A_key_speaks_for_its_own_State_only()
    {
        Assert.IsType<SubmissionResult.ForeignState>(await _desk.Submit(Sample.Designating(), Callers.OtherMission));
        Assert.IsType<SubmissionResult.ForeignState>(await _desk.Submit(Sample.Designating(), Callers.MissionAsReader));
        Assert.IsType<SubmissionResult.Accepted>(await _desk.Submit(Sample.Designating(), Callers.First));
        Assert.Single(_desk.Notices.All);
    }

    [Fact]
    public async Task V17_An_attachment_that_is_named_but_absent_is_asked_for_and_stays_asked_for()
    {
        var form = Sample.Amending("""{"comments":"x"}""", """{"attachments":[{"name":"a.pdf"},{"name":"b.pdf"}]}""");
        var notice = Accepted(await _desk.Submit(form, files: new SubmittedFile("a.pdf", "application/pdf", "A note."u8.ToArray())));
        foreach (var stage in new[] { notice, await _desk.Advance(notice) })
            Assert.Equal("/attachments/1", Assert.Single(stage.Problems, p => p.Code == ProblemCode.V17).Field);
        Assert.Equal(NoticeStatus.Query, (await _desk.Find(notice)).Status);
    }

    private static Notice Accepted(SubmissionResult result) => Assert.IsType<SubmissionResult.Accepted>(result).Notice;
}
