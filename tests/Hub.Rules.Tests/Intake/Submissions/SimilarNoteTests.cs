using Hub.Notices;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Submissions;

public sealed class SimilarNoteTests
{
    private readonly Desk _desk = new(Sample.Authority());

    [Theory]
    [InlineData("""{"officialRef":"1/2025"}""", """{"officialRef":"2/2025"}""")]
    [InlineData("""{"officialRef":"PMV/114/2025"}""", """{"officialRef":"PMV-114-2025"}""")]
    [InlineData("""{"officialRef":"Note 77","noteDate":"2024-11-20"}""", """{"officialRef":"Note 77","noteDate":"2025-03-10"}""")]
    [InlineData("""{"officialRef":"Note 77"}""", """{"officialRef":"Note 77","text":"By post."}""")]
    [InlineData("""{"text":"a"}""", """{"text":"b"}""")]
    public async Task What_agrees_in_part_goes_to_a_reviewer_who_is_shown_the_earlier_notice_V18(string first, string second)
    {
        var earlier = Accepted(await _desk.Submit(Sample.Amending("""{"comments":"x"}""", first)));
        var other = Accepted(await _desk.Submit(Sample.Amending("""{"comments":"x"}""", second), Callers.Ministry));
        var routed = await _desk.Advance(other);
        Assert.Equal(NoticeStatus.Review, routed.Status);
        foreach (var stage in new[] { other, routed })
            Assert.Equal(
                Problem.Warn(ProblemCode.V18, "", earlier.Id), Assert.Single(stage.Problems, p => p.Code == ProblemCode.V18));
    }

    [Theory]
    [InlineData("""{}""", """{}""", """{}""")]
    [InlineData("""{"officialRef":"1"}""", """{"officialRef":"2"}""", """{"officialRef":"3"}""")]
    public async Task What_was_said_before_may_be_meant_again_once_something_else_was_said(params string[] notices)
    {
        string[] numbers = ["+99915557001", "+99915557002", "+99915557001"];
        foreach (var (number, with) in numbers.Zip(notices))
        {
            var notice = await _desk.Routed(Sample.Amending($$"""{"phones":[{"number":"{{number}}"}]}""", with));
            await _desk.Decide(notice, Callers.First, DecisionKind.Approve);
        }
        Assert.Equal("+99915557001", _desk.Register.Now.Authorities[Sample.Record].Restricted.Phones![0].Number);
    }

    [Fact]
    public async Task What_agrees_in_part_with_two_earlier_notices_names_both()
    {
        var one = Accepted(await _desk.Submit(Sample.Amending("""{"comments":"x"}""", """{"officialRef":"1"}""")));
        var two = Accepted(await _desk.Submit(Sample.Amending("""{"comments":"y"}""", """{"officialRef":"2"}""")));
        var both = Accepted(await _desk.Submit(Sample.Amending("""{"comments":"x"}""", """{"officialRef":"2"}""")));
        Assert.Equal([one.Id, two.Id], both.Problems.Where(p => p.Code == ProblemCode.V18).Select(p => p.Arguments[0]).Order());
    }

    [Theory]
    [InlineData("PMV/11/1/2026")]
    [InlineData("PMV/111/2026")]
    public async Task References_are_told_apart_by_their_separators(string other)
    {
        await _desk.Submit(Sample.Amending("""{"comments":"x"}""", """{"officialRef":"PMV/1/11/2026"}"""));
        var notice = Accepted(await _desk.Submit(Sample.Amending("""{"comments":"y"}""", $$"""{"officialRef":"{{other}}"}""")));
        Assert.Equal(NoticeStatus.Received, notice.Status);
        Assert.DoesNotContain(notice.Problems, p => p.Code == ProblemCode.V18);
    }

    private static Notice Accepted(SubmissionResult result) => Assert.IsType<SubmissionResult.Accepted>(result).Notice;
}
