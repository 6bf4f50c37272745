using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Delivery.Mail;
using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Outbox;
using Hub.Pages.Console.Notices;
using Hub.Pages.Site;
using Hub.Pages.Texts;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests.Console.Notices;

/// <summary>A notice as the Secretariat sees it: before it is decided, when it is, and ever after.</summary>
public sealed partial class NoticePageTests
{
    private const string Id = "XAA-0192d3a4b5c67d7e8f90a1b2c3d4e5f6";
    private const string EarlierId = "XAA-0192d3a4b5c67d7e8f90a1b2c3d4e5f7";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_in_the_directory_shows_what_it_was_and_became_with_links_to_the_record_and_to_the_mails()
    {
        var html = Page(Detail(NoticeStatus.Committed, changes: [Amended()]));
        Assert.Contains(">Was<", html, StringComparison.Ordinal);
        Assert.Contains(">Became<", html, StringComparison.Ordinal);
        Assert.Contains("The entry of Old Office changed.", Words(html), StringComparison.Ordinal);
        Assert.Contains("href=\"/console/records/0195-record\"", html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/console/notices/{Id}/mails\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing changes before you decide", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_to_be_decided_is_told_as_something_to_come_and_without_that_the_record_is_amended()
    {
        var html = Page(Detail(NoticeStatus.Review, changes: [Amended()]));
        Assert.Contains("The entry of Old Office changes.", Words(html), StringComparison.Ordinal);
        Assert.DoesNotContain("Status of the record", html, StringComparison.Ordinal);
        Assert.Contains("Nothing changes before you decide", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, null, "Every field below goes into the directory as it is shown, and")]
    [InlineData(1, "2026-03-02", "as it is shown on 2 March 2026")]
    [InlineData(2, null, "a colleague has to approve it after you. Then every field")]
    [InlineData(2, "2026-03-02", "a colleague has to approve it after you. Then, on 2 March 2026")]
    public void Who_approves_is_told_when_it_takes_effect_and_whether_a_colleague_follows(int reviewers, string? day, string said)
    {
        var detail = Detail(NoticeStatus.Review, effective: day) with { Reviewers = reviewers };
        Assert.Contains(said, Words(Decide(detail, DecisionKind.Approve)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "It names no day: it holds as soon as it is approved.")]
    [InlineData("2026-03-02", "Once approved, it waits and holds from 2 March 2026.")]
    [InlineData("2026-02-27", "The day that it names, 27 February 2026, has come")]
    public void A_page_says_from_which_day_it_holds_and_leads_to_where_a_reviewer_corrects_that(string? day, string said)
    {
        var detail = Detail(NoticeStatus.Review, effective: day);
        foreach (var html in new[] { Page(detail), Decide(detail, DecisionKind.Approve) })
        {
            Assert.Contains(said, Words(html), StringComparison.Ordinal);
            Assert.Contains($"/console/notices/{Id}/edit#notice/effectiveFrom", html, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("/edit#notice", Page(Detail(NoticeStatus.Approved, effective: day)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "1 March 2026, 12:00 UTC<")]
    [InlineData("Africa/Dakar", "1 March 2026, 12:00 UTC<")]
    [InlineData("Asia/Kathmandu", "1 March 2026, 12:00 UTC (17:45 there)<")]
    [InlineData("Pacific/Kiritimati", "1 March 2026, 12:00 UTC (2 March 2026, 02:00 there)<")]
    public void A_time_stands_beside_what_the_clock_said_in_the_office(string? zone, string said) =>
        Assert.Contains(said, Page(Detail(NoticeStatus.Review) with { Zone = zone }), StringComparison.Ordinal);

    [Fact]
    public void The_second_reviewer_reads_what_the_first_one_said()
    {
        var detail = Detail(NoticeStatus.SecondReview, decided: new(DecisionKind.Approve, "Amina", Now, "Confirmed by telephone."));
        Assert.Contains("Confirmed by telephone.", Decide(detail, DecisionKind.Approve), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_shows_the_notice_that_it_replaces_the_question_and_its_own_words_once()
    {
        var earlier = Notice(EarlierId, NoticeStatus.Superseded) with
        {
            Decisions = [new(DecisionKind.Query, "Amina", Now, "Is the old address still in use?")],
        };
        var answer = Detail(NoticeStatus.Review, text: "Yes, the old address is no longer in use.");
        var html = Page(answer with
        {
            Notice = answer.Notice with { Mail = "m1" }, Body = "Yes, the old address is no longer in use.", Earlier = earlier,
            EarlierBody = "The note of the mission.",
        });
        Assert.Contains($"href=\"/console/notices/{EarlierId}\"", html, StringComparison.Ordinal);
        Assert.Contains("Is the old address still in use?", html, StringComparison.Ordinal);
        Assert.Contains("The note of the mission.", html, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(html, "the old address is no longer in use"));
    }

    [Fact]
    public void A_notice_that_was_replaced_says_by_which_and_warns_of_nothing_that_nobody_can_decide()
    {
        var html = Page(Detail(NoticeStatus.Superseded) with { Linked = Notice(EarlierId, NoticeStatus.Review) });
        Assert.Contains($"href=\"/console/notices/{EarlierId}\"><bdi>{NoticeReference.Of(EarlierId)}</bdi>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("before you decide", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_call_back_brought_is_told_with_who_was_called_by_whom_and_at_which_number()
    {
        var mail = new MailRecord
        {
            Id = "m1", Mailbox = "notices@hub.example", Message = "x", ReceivedAt = Now,
            Decision = new(MailDecisionKind.Release, "Clara", Now, "Ms Peeters", null) { Number = "+3225426511" },
        };
        Assert.Contains(
            "Ms Peeters was called back at +32 2 542 65 11.", Words(Page(Detail(NoticeStatus.Review) with { Mail = mail })), StringComparison.Ordinal);
    }

    [Fact]
    public void What_somebody_entered_is_neither_sent_by_that_person_nor_the_senders_words()
    {
        var detail = Detail(NoticeStatus.Review, text: "Ms Mensah called.");
        var html = Page(detail with { Notice = detail.Notice with { Entered = EntryRoad.Telephone } });
        Assert.Contains("Entered by", html, StringComparison.Ordinal);
        Assert.Contains("What whoever entered it noted", html, StringComparison.Ordinal);
        Assert.DoesNotContain("What the sender wrote", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_read_stands_in_words()
    {
        var detail = Detail(NoticeStatus.Review);
        var html = Page(detail with
        {
            Notice = detail.Notice with
            {
                Words =
                [
                    new("/state", "XAA", "Arvenia", "body", 1), new("/kind", "CHANGE_OF_CONTACT", "has changed", "body", 1),
                    new("/noteDate", "2026-02-26", "26 February", "body", 1), new("/changes/0/set/phones/0/number", "+3225426511", "02/5426511", "body", 1),
                ],
            },
        });
        foreach (var word in new[] { "<bdi>Arvenia</bdi>", "26 February 2026", "+32 2 542 65 11" })
            Assert.Contains(word, html.Replace("&#x2B;", "+", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("CHANGE_OF_CONTACT", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<bdi>XAA</bdi>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_is_asked_for_with_what_was_typed_and_comes_after_it()
    {
        var html = Decide(Detail(NoticeStatus.Review), DecisionKind.Query);
        Assert.Contains("type=\"submit\" name=\"template\" value=\"Confirm\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("template=", html, StringComparison.Ordinal);
        var typed = new DecisionDraft(DecisionKind.Query, "Dear colleagues,", null);
        Assert.Equal("Dear colleagues,\n\nWhich?", typed.With("Which?").Reason);
        Assert.Equal("Dear colleagues,\n\nWhich?", typed.With("Which?").With("Which?").Reason);
        Assert.Equal("Which?", (typed with { Reason = null }).With("Which?").Reason);
    }

    [Theory]
    [InlineData(NoticeStatus.Review, "Remark (optional)")]
    [InlineData(NoticeStatus.Query, "How the open questions were answered")]
    public void An_approval_that_has_to_say_how_questions_were_answered_does_not_call_that_optional(NoticeStatus status, string asked)
    {
        var html = Words(Decide(Detail(status), DecisionKind.Approve));
        Assert.Contains(asked, html, StringComparison.Ordinal);
        Assert.Equal(status == NoticeStatus.Review, html.Contains("optional", StringComparison.Ordinal));
    }

    [Fact]
    public void What_changed_meanwhile_is_shown_as_it_was_when_checked_beside_what_is_now()
    {
        var meanwhile = Amended();
        var html = Page(Detail(NoticeStatus.Review) with { Moved = [(meanwhile.Before, meanwhile.After)] });
        Assert.Contains(">When it was checked</th>", html, StringComparison.Ordinal);
        Assert.Contains(">Now</th>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Will be", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_a_question_about_a_notice_that_came_by_no_mail_it_is_said_that_none_goes()
    {
        var detail = Detail(NoticeStatus.Review);
        Assert.Contains("no mail goes", Decide(detail with { Notice = detail.Notice with { Mail = null } }, DecisionKind.Query), StringComparison.Ordinal);
        var byMail = Decide(detail with { Notice = detail.Notice with { Mail = "m1" } }, DecisionKind.Query);
        Assert.DoesNotContain("no mail goes", byMail, StringComparison.Ordinal);
    }

    /// <summary>Beside an expression, Razor takes a part of an attribute as it is: what is escaped there is escaped again.</summary>
    [Fact]
    public void No_attribute_with_an_expression_holds_what_is_escaped_already()
    {
        Assert.Empty(
            from page in Components()
            from Match attribute in Attribute().Matches(File.ReadAllText(page))
            where attribute.Value.Contains('@', StringComparison.Ordinal) && Escaped().IsMatch(attribute.Value)
            select $"{Path.GetFileName(page)}: {attribute.Value}");
    }

    /// <summary>Razor drops the blanks before an @if: what it shows is glued to the word before, unless a blank is written.</summary>
    [Fact]
    public void No_word_is_glued_to_what_is_written_only_sometimes() => Assert.Empty(
        from page in Components()
        from Match glued in Glued().Matches(File.ReadAllText(page))
        select $"{Path.GetFileName(page)}: {glued.Value}");

    [Fact]
    public void What_the_hub_asked_by_itself_stands_in_what_happened_with_when_and_how()
    {
        var detail = Detail(NoticeStatus.Query);
        var asked = detail with
        {
            Notice = detail.Notice with { Mail = "m1", Problems = [Problem.Query(ProblemCode.V11, "/changes/0/set/phones/0/number", "12", "+999 12")] },
            Told =
            [
                new()
                {
                    Id = "r1", Kind = OutboxKind.Acknowledgement, Recipient = "m1", AskedAt = Now, DoneAt = Now, State = OutboxState.Sent,
                    Tells = new Dictionary<string, string> { [Id] = "QUERY-0" },
                },
            ],
        };
        var history = NoticeHistory.Of(asked, Visit());
        var step = Assert.Single(history, s => s.What == "The hub asked the sender by mail");
        Assert.Equal(Now, step.At);
        Assert.Contains("12", step.Said, StringComparison.Ordinal);
        var answered = asked with { Told = [asked.Told[0] with { Tells = new Dictionary<string, string> { [Id] = "COMMITTED-2" } }] };
        Assert.DoesNotContain(NoticeHistory.Of(answered, Visit()), s => s.Said?.Contains("12", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Who_is_told_of_a_notice_stands_with_what_became_of_each_mail()
    {
        var mail = new MailDelivery("xaa-mission", Sample.Arvenia, Language.English, MailStatus.Bounced, Now, "5.1.1");
        var html = ConsoleHtml.NoticeMails(Visit(), new(
            Id, "XAA-2024-K7QXB", new Dictionary<MailStatus, int> { [MailStatus.Bounced] = 1 }, new(1, 50, 1, $"/console/notices/{Id}/mails"),
            [new(mail, "Mission of Arvenia", "Arvenia")]));
        Assert.Contains("Mission of Arvenia", html, StringComparison.Ordinal);
        Assert.Contains(new Labels(Language.English).Of(MailStatus.Bounced), html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_names_its_field_and_authorities_and_asks_the_clerk_and_not_the_State()
    {
        var detail = Detail(NoticeStatus.Query) with { Names = new Dictionary<string, string> { ["0195-record"] = "Old Office" } };
        var html = Words(Page(detail with
        {
            Notice = detail.Notice with
            {
                Problems =
                [
                    Problem.Refuse(ProblemCode.F04, "/kind"),
                    Problem.Query(ProblemCode.V06, "/changes/0/authority/designations/0", "UNTOC 18 (MLA)", "0195-record"),
                ],
            },
        }));
        Assert.Contains("“Type of notice” is missing.", html, StringComparison.Ordinal);
        Assert.Contains("the directory has an authority already, Old Office,", html, StringComparison.Ordinal);
        Assert.DoesNotContain("UNTOC 18", html, StringComparison.Ordinal);
        Assert.DoesNotContain("your State", html, StringComparison.Ordinal);
        Assert.DoesNotContain("0195-record", html, StringComparison.Ordinal);
    }

    [GeneratedRegex("=\"[^\"\\n]*\"")]
    private static partial Regex Attribute();

    [GeneratedRegex("&(amp|quot|lt|gt|#\\w+);")]
    private static partial Regex Escaped();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    private static IReadOnlyList<string> Components()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Hub.sln")))
            root = Path.GetDirectoryName(root)!;
        var pages = System.IO.Directory.GetFiles(Path.Combine(root, "functions", "Hub.Pages"), "*.razor", SearchOption.AllDirectories);
        Assert.NotEmpty(pages);
        return pages;
    }

    [GeneratedRegex(@"</(?:bdi|q)>(?:</a>)?\s*\n\s*@(?:if|foreach)[^\n]*\n\s*\{\s*<(?:span|a|strong|bdi)\b[^\n]*")]
    private static partial Regex Glued();

    private static string Words(string html) => System.Net.WebUtility.HtmlDecode(Tags().Replace(html, ""));

    private static string Page(NoticeDetail detail) => ConsoleHtml.Notice(Visit(), detail, []);

    private static string Decide(NoticeDetail detail, DecisionKind kind) => ConsoleHtml.Decide(Visit(), detail, new(kind, null, null), []);

    private static Visit Visit() => new(Language.English, "/console", Now) { Visitor = new("Amina", SecretariatRoles.Reviewer) };

    private static DirectoryChange Amended()
    {
        var (before, after) = (Sample.Authority("Old Office"), Sample.Authority("Old Office"));
        after = after with
        {
            Version = 2, Restricted = after.Restricted with { Comments = "New" }, Upkeep = after.Upkeep with { Status = RecordStatus.Amended },
        };
        return Sample.Change(EventType.AuthorityAmended, before, after);
    }

    private static NoticeDetail Detail(
        NoticeStatus status, string? text = null, string? effective = null, Decision? decided = null, params DirectoryChange[] changes)
    {
        var notice = Notice(Id, status);
        notice.Form["text"] = text;
        notice.Form["effectiveFrom"] = effective;
        return new(notice with { Decisions = decided is null ? [] : [decided] }, "Arvenia", changes, Sample.Networks);
    }

    private static Notice Notice(string id, NoticeStatus status) => new()
    {
        Id = id, State = Sample.Arvenia, Sender = new("Mission of Arvenia", CallerKind.State, Sample.Arvenia, OfficeRole.Mission), ReceivedAt = Now,
        Form = new JsonObject { ["kind"] = "CHANGE_OF_CONTACT" }, Status = status, Sequence = status == NoticeStatus.Committed ? 7 : null,
    };
}
