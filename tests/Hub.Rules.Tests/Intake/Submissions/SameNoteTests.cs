using Hub.Notices;
using Hub.Register.Problems;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Submissions;

public sealed class SameNoteTests
{
    private readonly Desk _desk = new(Sample.Authority());

    [Fact]
    public async Task The_forms_that_one_note_covers_are_notices_each_and_the_same_mail_again_is_none_V18()
    {
        Assert.Equal([NoticeStatus.Received, NoticeStatus.Received], await Mailed("mail-1"));
        Assert.Equal([NoticeStatus.Duplicate, NoticeStatus.Duplicate], await Mailed("mail-2"));
        var byApi = Accepted(await _desk.Submit(Sample.Amending("""{"comments":"by API"}""", """{"officialRef":"PMV/114/2025"}""")));
        Assert.Equal((NoticeStatus.Received, ProblemCode.V18), (byApi.Status, byApi.Problems[0].Code));
    }

    [Theory]
    [InlineData(
        """{"officialRef":"PMV/114/2025","noteDate":"2025-03-10"}""", """{"officialRef":"pmv / 114 / 2025","noteDate":"2025-03-10"}""")]
    [InlineData("""{"text":"a"}""", """{"text":"a"}""")]
    [InlineData("""{"officialRef":"-","text":"a"}""", """{"text":"a"}""")]
    public async Task The_same_note_by_another_road_is_kept_and_linked(string first, string second)
    {
        var earlier = Accepted(await _desk.Submit(Sample.Designating(notice: first), Callers.Mission));
        for (var i = 0; i < 2; i++)
        {
            var repeat = Accepted(await _desk.Submit(Sample.Designating(notice: second), Callers.Ministry, $"{i}"));
            Assert.Equal((NoticeStatus.Duplicate, earlier.Id, (DateTimeOffset?)null), (repeat.Status, repeat.Linked, repeat.DueAt));
            Assert.Equal((ProblemCode.V18, Outcome.Link), (repeat.Problems[0].Code, repeat.Problems[0].Outcome));
        }
    }

    [Theory]
    [InlineData("""{"officialRef":"PMV/114/2025","noteDate":"2025-03-10"}""")]
    [InlineData("""{"text":"a"}""")]
    public async Task What_was_withdrawn_may_be_sent_again(string note)
    {
        var first = Accepted(await _desk.Submit(Sample.Designating(notice: note), Callers.Mission));
        await _desk.Notices.Save((await _desk.Find(first)).Now(NoticeStatus.Closed) with { WithdrawnAt = _desk.Clock.Now }, default);
        var again = Accepted(await _desk.Submit(Sample.Designating(notice: note), Callers.Mission, "again"));
        Assert.Equal(NoticeStatus.Received, again.Status);
        Assert.Contains(again.Problems, p => p is { Code: ProblemCode.V18, Outcome: Outcome.Warn });
        // Once more, it is a repeat of that one; and once that one is withdrawn too, it is taken again.
        var repeat = Accepted(await _desk.Submit(Sample.Designating(notice: note), Callers.Mission, "repeat"));
        Assert.Equal((NoticeStatus.Duplicate, again.Id), (repeat.Status, repeat.Linked));
        await _desk.Notices.Save((await _desk.Find(again)).Now(NoticeStatus.Closed) with { WithdrawnAt = _desk.Clock.Now }, default);
        var third = Accepted(await _desk.Submit(Sample.Designating(notice: note), Callers.Mission, "third"));
        Assert.Equal(NoticeStatus.Received, third.Status);
        Assert.Equal(third.Id, Accepted(await _desk.Submit(Sample.Designating(notice: note), Callers.Mission, "fourth")).Linked);
    }

    [Fact]
    public async Task The_same_words_with_another_file_are_another_note()
    {
        var form = Sample.Amending("""{"comments":"x"}""", """{"officialRef":"1"}""");
        await _desk.Submit(form, files: new SubmittedFile("note.pdf", "application/pdf", "A note."u8.ToArray()));
        var other = Accepted(await _desk.Submit(form, files: new SubmittedFile("note.pdf", "application/pdf", "Another."u8.ToArray())));
        Assert.Equal((NoticeStatus.Received, ProblemCode.V18), (other.Status, other.Problems[0].Code));
    }

    [Theory]
    [InlineData("""{"text":"a"}""", """{"text":"b"}""")]
    [InlineData("""{"effectiveFrom":"2025-03-10"}""", """{"effectiveFrom":"2025-03-12"}""")]
    [InlineData("""{"officialRef":"-","text":"a"}""", """{"officialRef":"/","text":"b"}""")]
    [InlineData("""{"noteDate":"2025-03-10"}""", """{"noteDate":"2025-03-11"}""")]
    public async Task What_differs_is_another_note(string first, string second)
    {
        await _desk.Submit(Sample.Designating(notice: first));
        Assert.Equal(NoticeStatus.Received, Accepted(await _desk.Submit(Sample.Designating(notice: second))).Status);
    }

    private async Task<IEnumerable<NoticeStatus>> Mailed(string mail)
    {
        List<NoticeStatus> states = [];
        foreach (var number in Enumerable.Range(0, 2))
        {
            var form = Sample.Amending($$"""{"comments":"form {{number}}"}""", """{"officialRef":"PMV/114/2025"}""");
            states.Add(Accepted(await _desk.Intake.Accept(
                new(Callers.Mission, form, System.Text.Encoding.UTF8.GetBytes(form.ToJsonString()), [], $"{mail}-{number}")
                {
                    Mail = new(mail, Language.English, [], []) { Number = number },
                }, default)).Status);
        }
        return states;
    }

    private static Notice Accepted(SubmissionResult result) => Assert.IsType<SubmissionResult.Accepted>(result).Notice;
}
