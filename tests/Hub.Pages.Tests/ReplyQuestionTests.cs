using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Pages.Replies;
using Hub.Pages.Texts;
using Hub.Register.Problems;
using Hub.Register.States;

namespace Hub.Pages.Tests;

/// <summary>What the sender of a notice is asked in the answer to its mail.</summary>
public sealed class ReplyQuestionTests
{
    private static readonly MailRecord Mail = new()
    {
        Id = "1", Mailbox = "hub@hub.example", Message = "1", ReceivedAt = DateTimeOffset.UnixEpoch, From = "mission@vienna.example",
    };

    private static readonly Problem[] Five =
    [
        Problem.Query(ProblemCode.V12, "/changes/0/set/timeZone", "08:00", "Africa/Dakar"),
        Problem.Query(ProblemCode.V14, "/changes/0/set/interpolAccepted", "but"),
        Problem.Query(ProblemCode.V24, "/effectiveFrom", "03/04/2026"),
        Problem.Query(ProblemCode.V06, "/changes/0/authority/designations/0", "UNTOC 18", "MLA", "record"),
        Problem.Query(ProblemCode.F04, "/kind", "kind"),
    ];

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory, MemberData(nameof(Languages))]
    public void A_sender_is_asked_three_things_the_most_important_first_and_told_of_the_rest(Language language)
    {
        var lines = Answer(language, Five);
        Assert.Equal(
            [ProblemCode.F04, ProblemCode.V06, ProblemCode.V24],
            lines.Where(l => l.StartsWith("  ", StringComparison.Ordinal) && char.IsAsciiDigit(l[2])).Select(Code));
        Assert.Contains(Left(language, 2), lines);
    }

    [Theory, MemberData(nameof(Languages))]
    public void Of_three_questions_nothing_is_left(Language language) =>
        Assert.DoesNotContain(Left(language, 0), Answer(language, Five[..3]));

    [Fact]
    public void What_would_refuse_a_notice_is_asked_before_what_holds_it_or_is_unclear() => Assert.Equal(
        [ProblemCode.F10, ProblemCode.V01, ProblemCode.F04],
        SenderQuestions.Of(Notice(
        [
            .. Five, new(ProblemCode.V01, "", Outcome.Hold, []), Problem.Refuse(ProblemCode.F10, "/attachments/0", "x"),
            Problem.Warn(ProblemCode.V02, "/effectiveFrom"),
        ])).Select(p => p.Code));

    [Fact]
    public void A_question_is_called_one_and_without_points_none_are_to_be_mended()
    {
        var asked = Notice([]) with
        {
            Decisions = [new(DecisionKind.Query, "reviewer", DateTimeOffset.UnixEpoch, "Is the old address still in use?")],
        };
        var text = new ReplyWriter(new("hub@hub.example")).Word("reply", Mail, asked).Text;
        Assert.Contains("Our question: Is the old address still in use?", text, StringComparison.Ordinal);
        Assert.DoesNotContain("mend every point", text, StringComparison.Ordinal);
        Assert.Contains("Please reply to this message.", text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Languages))]
    public void What_is_missing_is_named(Language language) => Assert.Contains(
        Answer(language, [Problem.Refuse(ProblemCode.F04, "/kind")]),
        l => l.Contains(new Labels(language).FieldAt("/kind")!, StringComparison.Ordinal));

    [Fact]
    public void People_are_told_the_short_name_of_a_notice_and_never_its_id()
    {
        const string Id = "XAA-0192d3a4b5c67d7e8f90a1b2c3d4e5f6";
        var notice = Notice(Five) with { Id = Id, Linked = Id[..^1] + "7", Status = NoticeStatus.Duplicate };
        var writer = new ReplyWriter(new("hub@hub.example"));
        foreach (var mail in new[] { writer.Acknowledgement("reply", Mail, [notice]), writer.Word("reply", Mail, notice) })
        {
            Assert.EndsWith($"[{notice.Reference()}]", mail.Subject, StringComparison.Ordinal);
            Assert.Contains(notice.Reference(), mail.Text, StringComparison.Ordinal);
            Assert.Contains(NoticeReference.Of(notice.Linked)!, mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("0192d3a4b5c6", mail.Subject + mail.Text, StringComparison.Ordinal);
        }
    }

    private static ProblemCode Code(string line) => Enum.Parse<ProblemCode>(
        line.TrimEnd(')', '\u2069', '\u2068', '\u200F').Split(' ')[^1].TrimStart('('));

    private static string Left(Language language, int count)
    {
        var labels = new Labels(language);
        return labels.Say("Answer.Left", labels.Number(count)).ToText(labels.RightToLeft);
    }

    private static string[] Answer(Language language, Problem[] problems) => new ReplyWriter(new("hub@hub.example"))
        .Acknowledgement("reply", Mail with { Language = language }, [Notice(problems) with { Language = language }]).Text.Split("\r\n");

    private static Notice Notice(Problem[] problems) => new()
    {
        Id = "XAA-1", State = Sample.Arvenia, Sender = new("mission", CallerKind.State, Sample.Arvenia), ReceivedAt = DateTimeOffset.UnixEpoch,
        Form = [], Status = NoticeStatus.Query, Problems = problems,
    };
}
