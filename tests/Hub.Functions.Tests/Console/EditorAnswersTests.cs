using Hub.Functions.Console.Editor;
using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Pages.Console.Editor;
using Hub.Pages.Console.Editor.Fields;
using Hub.Pages.Texts;
using Hub.Register.Networks;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Callers = Hub.Rules.Tests.Builders.Callers;

namespace Hub.Functions.Tests.Console;

/// <summary>The first questions of the editor, whatever a form answers.</summary>
public sealed class EditorAnswersTests
{
    private static readonly EditorValues Good = EditorValues.Of(
        [new("task", "CHANGE_OF_CONTACT"), new("state", "XAA"), new("road", "PAPER"), new("office", "MISSION")]);

    [Fact]
    public void What_was_offered_is_an_answer() => Assert.Equal([], Missing(View(Good)));

    [Fact]
    public void What_nobody_answered_is_asked_at_once() =>
        Assert.Equal(["task", "state", "road"], Missing(View(EditorValues.Empty)));

    [Theory]
    [InlineData("task", "NOT_A_NOTICE", "task")]
    [InlineData("task", "<script>", "task")]
    [InlineData("state", "XXX", "state")]
    [InlineData("state", "xaa", "state")]
    [InlineData("office", "EMPEROR", "office")]
    [InlineData("road", "PIGEON", "road")]
    // Only a mail comes by mail, and only a mistake of ours by nobody.
    [InlineData("road", "MAIL", "road")]
    [InlineData("road", "OWN", "road")]
    [InlineData("task", "CORRECTION", "road")]
    public void What_nobody_offered_is_no_answer(string name, string forged, string asked) =>
        Assert.Equal([asked], Missing(View(Good.With(name, forged))));

    [Theory]
    [InlineData("LEGISLATION", true)]
    [InlineData("LAW_CHANGE", true)]
    [InlineData("LAW_TAKEN_OUT", true)]
    // That a law is right, and that there is none, only its State can say.
    [InlineData("LAW_CONFIRMED", false)]
    [InlineData("NO_SPECIFIC_LAW", false)]
    public void A_law_may_be_found_by_the_Secretariat_and_said_by_a_State(string task, bool mayBeFound)
    {
        Assert.Equal([], Missing(View(Good.With("task", task))));
        Assert.Equal(mayBeFound ? [] : ["road"], Missing(View(Good.With("task", task).With("road", "OWN"))));
    }

    [Fact]
    public void A_row_less_takes_the_rows_in_it_along()
    {
        var values = EditorValues.Of(
        [
            new("law/provisions/0/label", "a"), new("law/provisions/0/articles/0/article", "18"), new("law/provisions/1/label", "b"),
            new("more/law/provisions/0/articles", "3"),
        ]);
        var left = EditorForm.Numbered(EditorRows.Changed(values, "remove:law/provisions:0")!);
        Assert.Equal([new("law/provisions/0/label", "b")], left.All.Where(v => v.Value.Length > 0));
    }

    [Theory]
    [InlineData("road", "OWN", "You chose that no State said so")]
    [InlineData("task", "CORRECTION", "You chose that the Secretariat mends a mistake")]
    public void Two_answers_that_do_not_go_together_are_told_by_the_one_that_was_chosen(string name, string chosen, string said) =>
        Assert.StartsWith(
            said, EditorAnswers.Missing(View(Good.With(name, chosen)), new Labels(Language.English)).Single().Text,
            StringComparison.Ordinal);

    [Fact]
    public void What_is_made_of_a_mail_came_by_mail()
    {
        var mail = new MailRecord { Id = "m1", Mailbox = "notices@hub.example", Message = "x", ReceivedAt = Sample.Now };
        Assert.Equal(["road"], Missing(View(Good) with { Mail = mail }));
        Assert.Equal(EntryRoad.Mail, EditorAnswers.Road(View(Good.With("road", "MAIL")) with { Mail = mail }));
    }

    [Fact]
    public void What_was_typed_on_a_page_came_by_no_mail()
    {
        var typed = new MailRecord
        {
            Id = "m1", Mailbox = "notices@hub.example", Message = $"{MailRecord.TypedPrefix}x", ReceivedAt = Sample.Now,
        };
        Assert.Null(EditorAnswers.Road(View(Good.With("road", "MAIL")) with { Mail = typed }));
        Assert.Null(EditorAnswers.Road(View(Good.With("road", "PAGE")) with { Mail = typed }));
        var called = typed with { Decision = new(MailDecisionKind.Release, "reviewer", Sample.Now, "the mission", null) };
        Assert.Equal(EntryRoad.Page, EditorAnswers.Road(View(Good.With("road", "PAGE")) with { Mail = called }));
    }

    [Theory]
    [InlineData("AUTHORITY", false)]
    [InlineData("MISSION", true)]
    [InlineData("MINISTRY", true)]
    public void Who_enters_it_speaks_as_the_office_that_wrote_it(string office, bool isOfficial)
    {
        var sender = EditorAnswers.Sender(Good.With("office", office), Callers.First);
        Assert.Equal((Callers.First.Name, CallerKind.Secretariat, Sample.State), (sender.Name, sender.Kind, sender.State));
        Assert.Equal(isOfficial, sender.IsOfficialChannel);
    }

    [Fact]
    public void What_no_State_said_is_the_Secretariats() =>
        Assert.Equal((OfficeRole?)null, EditorAnswers.Sender(Good.With("road", "OWN"), Callers.First).Role);

    [Theory]
    [InlineData("add:record/phones", "1")]
    [InlineData("remove:record/phones:1", "0")]
    public void A_row_more_and_a_row_less(string step, string more)
    {
        var values = EditorValues.Of([new("record/phones/0/number", "a"), new("record/phones/1/number", "b")]);
        var changed = EditorRows.Changed(values, step)!;
        Assert.Equal(more == "1" ? ("b", "1") : ("", ""), (changed["record/phones/1/number"], changed["more/record/phones"]));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("remove:record/phones:x")]
    [InlineData("remove:a:b:c:d")]
    public void Any_other_step_changes_no_row(string step) => Assert.Null(EditorRows.Changed(Good, step));

    [Fact]
    public void Of_what_the_State_was_asked_already_a_correction_is_not_stopped()
    {
        var known = Problem.Query(ProblemCode.V11, "/changes/0/set/phones/0/number", "x");
        var source = new EditorSource([], Callers.First)
        {
            Notice = new()
            {
                Id = "XAA-1", State = Sample.State, Sender = Callers.Mission, ReceivedAt = Sample.Now, Status = NoticeStatus.Query,
                Form = [], Problems = [known],
            },
        };
        Assert.False(source.Stops(known, withQuestions: true));
        Assert.True(source.Stops(known with { Arguments = ["y"] }, withQuestions: false));
    }

    private static IEnumerable<string?> Missing(EditorView view) =>
        EditorAnswers.Missing(view, new Labels(Language.English)).Select(p => p.Field);

    private static EditorView View(EditorValues values) => new(EditorStep.What, values, [("XAA", "Arvenia")], new NetworkCatalog());
}
