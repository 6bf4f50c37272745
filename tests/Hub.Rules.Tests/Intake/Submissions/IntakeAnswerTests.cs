using Hub.Notices;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Submissions;

public sealed class IntakeAnswerTests
{
    private readonly Desk _desk = new(Sample.Authority());

    [Fact]
    public async Task The_confirmation_of_another_day_is_another_confirmation()
    {
        var form = Sample.Notice(NoticeKind.ConfirmationNoChange, Sample.Object($$"""{"recordId":"{{Sample.Record}}"}"""));
        await _desk.Submit(form);
        _desk.Clock.Advance(TimeSpan.FromDays(365));
        Assert.Equal(NoticeStatus.Received, Accepted(await _desk.Submit(form)).Status);
    }

    [Fact]
    public async Task An_answer_bears_the_reference_of_the_note_it_mends()
    {
        var first = Accepted(await _desk.Submit(Sample.Designating(notice: """{"officialRef":"1"}""")));
        var answer = Accepted(await _desk.Submit(Sample.Designating(notice: $$"""{"officialRef":"1","amends":"{{first.Id}}"}""")));
        Assert.Equal(NoticeStatus.Received, answer.Status);
    }

    [Theory]
    [InlineData("XAA-nonesuch")]
    [InlineData("SEN-1")]
    [InlineData("nonsense")]
    public async Task An_answer_to_a_notice_that_is_not_there_or_not_the_senders_is_refused(string amends)
    {
        _desk.Notices.Put(Desk.Notice("SEN-1", NoticeStatus.Query, []) with { State = Sample.OtherState });
        var refused = Assert.IsType<SubmissionResult.Refused>(
            await _desk.Submit(Sample.Designating(notice: $$"""{"amends":"{{amends}}"}""")));
        var problem = Assert.Single(refused.Problems, p => p.Outcome == Outcome.Refuse);
        Assert.Equal((ProblemCode.F06, "/amends"), (problem.Code, problem.Field));
    }

    private static Notice Accepted(SubmissionResult result) => Assert.IsType<SubmissionResult.Accepted>(result).Notice;
}
