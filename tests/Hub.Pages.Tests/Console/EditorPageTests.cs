using Hub.Intake.Inbox;
using Hub.Intake.Mails;
using Hub.Notices.Access;
using Hub.Pages.Console.Editor;
using Hub.Pages.Console.Editor.Fields;
using Hub.Pages.Console.Mails;
using Hub.Pages.Site;
using Hub.Register.Problems;
using Hub.Register.States;

namespace Hub.Pages.Tests.Console;

/// <summary>The editor's pages and those of mails: in both languages, of every kind, and with what strangers write.</summary>
public sealed class EditorPageTests
{
    private const string Hostile = "<script>alert(1)</script>\"'>\u202Egnp.exe";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, Language> Tasks
    {
        get
        {
            var data = new TheoryData<string, Language>();
            foreach (var task in EditorTask.All)
                foreach (var language in new[] { Language.English, Language.French })
                    data.Add(task.Code, language);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Each_kind_has_its_fields_with_words_and_ids_that_are_there_once(string task, Language language)
    {
        var values = Begin(task);
        var labels = new Hub.Pages.Texts.Labels(language);
        var fields = EditorTask.Find(task)!.Fields.Concat(RecordFields.All).Concat(EditorForm.OfNotice);
        foreach (var field in fields.SelectMany(f => f.Row.Prepend(f)))
            Assert.NotEqual(field.Label, field.LabelIn(labels) ?? field.Label);
        foreach (var step in Enum.GetValues<EditorStep>())
        {
            var html = EditorHtml.Page(Visit(language), View(step, values) with { Trial = new([Problem.Warn(ProblemCode.V10, "/x", "a")], []) }, []);
            var ids = html.Split(" id=\"").Skip(1).Select(p => p.Split('"')[0]).ToList();
            Assert.Equal([], ids.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key));
        }
    }

    [Fact]
    public void What_stands_on_other_pages_goes_along_hidden_and_what_stands_on_this_one_does_not()
    {
        var html = EditorHtml.Page(Visit(), View(EditorStep.Check, Begin("CHANGE_OF_CONTACT").With("key", "once")), []);
        Assert.Contains("""<input type="hidden" name="record/phones/0/number" value="&#x2B;99915550100" />""", html, StringComparison.Ordinal);
        Assert.Contains("""<input type="hidden" name="key" value="once" />""", html, StringComparison.Ordinal);
        var fields = EditorHtml.Page(Visit(), View(EditorStep.Fields, Begin("CHANGE_OF_CONTACT")), []);
        Assert.DoesNotContain("""type="hidden" name="record/""", fields, StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_of_a_field_is_said_above_and_beside_it_and_the_link_leads_there()
    {
        var html = EditorHtml.Page(Visit(), View(EditorStep.Fields, Begin("CHANGE_OF_CONTACT")), [new("record/phones/0/number", "No number")]);
        Assert.Contains("""href="#record/phones/0/number">No number""", html, StringComparison.Ordinal);
        Assert.Contains("""id="record/phones/0/number-error">No number""", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_language_of_a_name_is_chosen_and_not_typed()
    {
        var html = EditorHtml.Page(Visit(), View(EditorStep.Fields, Begin("NEW_DESIGNATION")), []);
        Assert.Contains("<select class=\"govuk-select\" id=\"record/authorityName/0/key\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_authority_is_offered_with_what_it_is_designated_for() => Assert.Contains(
        "Office of International Legal Cooperation (in force): mutual legal assistance", EditorHtml.Page(
            Visit(), View(EditorStep.Which, Begin("CHANGE_OF_CONTACT")), []), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void What_was_found_in_a_mail_is_marked_and_the_check_shows_what_is_said_of_the_note()
    {
        var found = (System.Text.Json.Nodes.JsonObject)System.Text.Json.Nodes.JsonNode.Parse(
            """{"changes":[{"set":{"phones":[{"number":"+99915550777"}]}}]}""")!;
        var values = EditorForm.Begun(
            EditorValues.Empty.With("task", "CHANGE_OF_CONTACT").With("state", "XAA").With("recordId", Sample.Authority().Id), found, 0,
            Sample.Authority()).With("notice/officialRef", "NV/7").With("notice/noteDate", "2026-02-26").With("notice/text", "Ms Mensah called.");
        var view = View(EditorStep.Fields, values) with { Found = FoundValues.Of(found, 0, null) };
        Assert.Single(EditorHtml.Page(Visit(), view, []).Split("Number (found in the mail)").Skip(1));
        var check = EditorHtml.Page(Visit(), view with { Step = EditorStep.Check }, []);
        foreach (var said in new[] { "<bdi>NV/7</bdi>", "<bdi>26 February 2026</bdi>", "<bdi>Ms Mensah called.</bdi>" })
            Assert.Contains(said, check, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_State_is_named_with_the_words_that_speak_for_it() => Assert.Equal(
        "It speaks for another State than its sender’s: for Arvenia, in the words “Mission of Arvenia”.",
        MailWords.Reason(new("OTHER_STATE", "XAA: Mission of Arvenia"), new(Language.English), _ => "Arvenia").ToText(false));

    [Fact]
    public void Of_a_mail_of_no_certain_State_the_page_asks_which_and_says_nothing_of_numbers_that_it_has_not_looked_for()
    {
        var html = MailsHtml.Mail(Visit(), Hostilely([]), []);
        Assert.Contains("It is not certain which State it is of", html, StringComparison.Ordinal);
        Assert.DoesNotContain("The directory had no number", html, StringComparison.Ordinal);
        Assert.Contains("The directory had no number", MailsHtml.Mail(Visit(), Hostilely([]) with { NumbersOf = Sample.Arvenia }, []), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mail_of_a_known_sender_is_not_called_one_that_anybody_could_have_written()
    {
        var detail = Hostilely([]);
        var known = detail with
        {
            Mail = detail.Mail with { Fate = InboundMailStatus.ToRead, Sender = new("Mission", CallerKind.State, Sample.Arvenia) },
        };
        Assert.Contains("Call back before", MailsHtml.Mail(Visit(), detail, []), StringComparison.Ordinal);
        Assert.DoesNotContain("Call back before", MailsHtml.Mail(Visit(), known, []), StringComparison.Ordinal);
        var done = detail with { Mail = detail.Mail with { Fate = InboundMailStatus.Notice } };
        Assert.DoesNotContain("Call back before", MailsHtml.Mail(Visit(), done, []), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_mail_says_is_never_markup_on_its_pages()
    {
        var detail = Hostilely(Enumerable.Range(0, 40).Select(i => new MailFile($"{i} {Hostile} {new string('n', 200)}", Hostile, new byte[i])));
        var list = new MailList(
            new(MailChoice.Waiting, null, Hostile), new(1, 50, 1, "/console/mails"), [detail.Mail], [("XAA", Hostile)]);
        foreach (var html in new[]
        {
            MailsHtml.Mail(Visit(), detail, []), MailsHtml.List(Visit(), list),
            MailsHtml.Decide(Visit(), detail, new(MailDecisionKind.Release) { Person = Hostile, Typed = Hostile }, [new("person", Hostile)]),
            MailsHtml.Decide(Visit(), detail, new(MailDecisionKind.Dismiss) { Reason = Hostile }, []),
            EditorHtml.Page(
                Visit(), View(EditorStep.Fields, Begin("CHANGE_OF_CONTACT").With("record/comments", Hostile)) with
                {
                    Mail = detail.Mail, MailText = Hostile,
                },
                [new(null, Hostile)]),
        })
        {
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.True(html.Length < 100_000, $"{html.Length} characters");
        }
        var page = MailsHtml.Mail(Visit(), detail, []);
        Assert.Equal(40, page.Split("gnp.exe nnnn").Length - 1);
        // What turns the text around it stands in no line of ours.
        Assert.DoesNotContain("202E", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202E', page);
        Assert.DoesNotContain(Hostile, page.Split("</title>")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_reason_to_hold_a_mail_is_a_sentence()
    {
        foreach (var language in new[] { Language.English, Language.French })
            foreach (var code in Hub.Register.Json.Codes.All<Hub.Intake.Mails.Senders.DoubtReason>().Concat(["UNREADABLE", "UNKNOWN_SENDER", "OTHER_STATE", "MAILBOX_REFUSED"]))
            {
                var sentence = MailWords.Reason(new(code, "seen"), new(language)).ToText(false);
                Assert.DoesNotContain("_", sentence, StringComparison.Ordinal);
                Assert.NotEqual(MailWords.Reason(new("SOMETHING", ""), new(language)).ToText(false), sentence);
            }
    }

    [Fact]
    public void A_number_that_came_lately_or_is_gone_is_marked()
    {
        var record = Sample.Authority();
        var detail = Hostilely([]) with
        {
            Numbers =
            [
                new(record, new("+99915550100"), Now.AddYears(-2), true), new(record, new("+99915550101"), Now.AddDays(-3), true),
                new(record, new("+99915550102"), Now.AddYears(-1), false),
            ],
        };
        var html = MailsHtml.Mail(Visit(), detail, []);
        Assert.Single(html.Split("That is not long ago").Skip(1));
        Assert.Single(html.Split("The directory has it no more").Skip(1));
    }

    [Fact]
    public void Who_may_only_look_is_offered_nothing_to_do()
    {
        var visit = Visit() with { Visitor = new("Daniel", SecretariatRoles.Administrator) };
        Assert.DoesNotContain("/decision", MailsHtml.Mail(visit, Hostilely([]), []), StringComparison.Ordinal);
        Assert.Contains("/decision", MailsHtml.Mail(Visit(), Hostilely([]), []), StringComparison.Ordinal);
    }

    private static Visit Visit(Language language = Language.English) =>
        new(language, "/console", Now) { Visitor = new("Amina", SecretariatRoles.Reviewer), FormToken = "token" };

    private static EditorValues Begin(string task) => EditorForm.Begun(
        EditorValues.Empty.With("task", task).With("state", "XAA").With("recordId", Sample.Authority().Id), [], 0, Sample.Authority());

    private static EditorView View(EditorStep step, EditorValues values) => new(step, values, [("XAA", "Arvenia")], Sample.Networks)
    {
        Records = [Sample.Authority()], Record = Sample.Authority(),
    };

    private static MailDetail Hostilely(IEnumerable<MailFile> files)
    {
        var mail = new MailRecord
        {
            Id = "m1", Mailbox = "notices@hub.example", Message = "x", ReceivedAt = Now, Fate = InboundMailStatus.Held, Subject = Hostile,
            From = Hostile, Reasons = [new("NAME_TRICK", Hostile), new(Hostile, Hostile)],
        };
        var parsed = new ParsedMail
        {
            Subject = Hostile, From = [new(Hostile, Hostile)], ReplyTo = [new(Hostile)], Recipients = [new(Hostile)], Text = "<script>alert(2)</script>",
            Files = [.. files], Defects = Enum.GetValues<MailDefect>(),
            Checks = [new(0, Hostile, [new(Hostile, Hostile, new Dictionary<string, string>())])],
        };
        return new(mail, parsed, [("XAA", "Arvenia")]);
    }
}
