using Hub.Intake.Inbox;
using Hub.Pages.Console.Mails;
using Hub.Pages.Mail;
using Hub.Pages.Replies;
using Hub.Pages.Site;
using Hub.Notices.Access;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests.Console;

/// <summary>Somebody of the Secretariat answers a mail.</summary>
public sealed class MailAnswerTests
{
    private const string Text = "Voir la page 4.\n<b>Merci</b>";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_answer_is_looked_at_before_it_can_be_sent()
    {
        var first = Page(InboundMailStatus.ToRead, null);
        Assert.Contains("Show the mail first", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Send the answer", first, StringComparison.Ordinal);
        var then = Page(InboundMailStatus.ToRead, "Re: Question");
        Assert.Contains(">Re: Question</div>", then, StringComparison.Ordinal);
        Assert.Contains("value=\"decide\">Send the answer", then, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_answers_is_told_in_which_language_to_write_and_of_a_sender_that_nobody_made_sure_of()
    {
        Assert.Contains("language of the sender: Fran", Page(InboundMailStatus.ToRead, null), StringComparison.Ordinal);
        Assert.Contains("Write nothing that is not public", Page(InboundMailStatus.Held, null), StringComparison.Ordinal);
        Assert.DoesNotContain("Write nothing that is not public", Page(InboundMailStatus.ToRead, null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mail_without_an_address_offers_no_answer()
    {
        Assert.Contains("kind=ANSWER", MailsHtml.Mail(Visit(), new(Mail(InboundMailStatus.ToRead), null, []), []), StringComparison.Ordinal);
        var nobody = Mail(InboundMailStatus.ToRead) with { From = null };
        Assert.DoesNotContain("kind=ANSWER", MailsHtml.Mail(Visit(), new(nobody, null, []), []), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_typed_on_a_page_leads_to_the_record_that_it_is_about_or_to_the_form_that_gives_access()
    {
        var states = new[] { ("SEN", "Senegal") };
        var report = Mail(InboundMailStatus.ToRead) with { Claimed = new("SEN"), Asks = new(PageRequestKind.Error, Record: "record-1") };
        var html = MailsHtml.Mail(Visit(), new(report, null, states), []);
        Assert.Contains("href=\"/console/records/record-1\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/console/notices/new?mail=m1&amp;record=record-1\"", html, StringComparison.Ordinal);
        Assert.Contains("<bdi>Senegal</bdi>", html, StringComparison.Ordinal);
        var access = Mail(InboundMailStatus.ToRead) with { Asks = new(PageRequestKind.Access, "Office of Justice") };
        var visit = Visit() with { Visitor = new("Daniel", SecretariatRoles.Administrator) };
        Assert.Contains(
            "href=\"/console/recipients/new?mail=m1\"", MailsHtml.Mail(visit, new(access, null, []), []), StringComparison.Ordinal);
        foreach (var (by, mail) in new[] { (visit, report), (Visit(), access) })
            Assert.DoesNotContain("/console/recipients/new", MailsHtml.Mail(by, new(mail, null, []), []), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_asks_for_access_is_given_it_or_answered_and_neither_released_nor_made_a_notice()
    {
        var access = Mail(InboundMailStatus.ToRead) with { Asks = new(PageRequestKind.Access, "Office of Justice") };
        var html = MailsHtml.Mail(Visit(), new(access, null, []), []);
        Assert.Contains("Access to the directory is given by: administrator", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Nobody known wrote it", html, StringComparison.Ordinal);
        Assert.DoesNotContain("kind=RELEASE", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/console/notices/new", html, StringComparison.Ordinal);
        Assert.Contains("kind=ANSWER", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_not_made_sure_of_only_claims_to_speak_for_a_State()
    {
        var states = new[] { ("SEN", "Senegal") };
        var held = Mail(InboundMailStatus.Held) with { Claimed = new("SEN") };
        var claimed = MailsHtml.Mail(Visit(), new(held, null, states), []);
        Assert.Contains("Claims to speak for", claimed, StringComparison.Ordinal);
        Assert.DoesNotContain(">Speaks for", claimed, StringComparison.Ordinal);
        var known = held with { Fate = InboundMailStatus.ToRead, Sender = new("SEN", CallerKind.State, new("SEN"), OfficeRole.Mission) };
        var sure = MailsHtml.Mail(Visit(), new(known, null, states), []);
        Assert.Contains(">Speaks for", sure, StringComparison.Ordinal);
        Assert.DoesNotContain("kind=RELEASE", sure, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_was_called_back_is_named_by_the_State_in_the_language_of_the_page()
    {
        var mail = Mail(InboundMailStatus.Notice) with { Sender = Caller.CalledBack(new("SEN"), OfficeRole.Mission) };
        var html = MailsHtml.Mail(new(Language.French, "/console", Now) { Visitor = new("Amina", SecretariatRoles.Reviewer) },
            new(mail, null, [("SEN", "Sénégal")]), []);
        Assert.Contains("négal, rappelé par le Secr", System.Net.WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.DoesNotContain("called back", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_State_whose_numbers_are_shown_is_the_one_that_the_release_is_for()
    {
        var detail = new MailDetail(Mail(InboundMailStatus.Held), null, [("GHA", "Ghana")]) { NumbersOf = new("GHA") };
        Assert.Contains("decision?kind=RELEASE&amp;state=GHA\"", MailsHtml.Mail(Visit(), detail, []), StringComparison.Ordinal);
    }

    [Fact]
    public void The_mail_answers_in_the_conversation_with_what_was_written_and_does_not_say_that_nobody_wrote_it()
    {
        var message = new ReplyWriter(new MailOrigin("directory@hub.example")).Personal("a1", Mail(InboundMailStatus.Answered), Text);
        Assert.Equal(("m.dupont@mission.example", "Re: Question", "x"), (message.To, message.Subject, message.Answers));
        Assert.Contains("Voir la page 4.\r\n<b>Merci</b>\r\n", message.Text, StringComparison.Ordinal);
        Assert.Equal("", message.Html);
        Assert.DoesNotContain("automatique", message.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("directory@hub.example", message.Text, StringComparison.Ordinal);
    }

    private static string Page(InboundMailStatus fate, string? preview) => MailsHtml.Decide(
        Visit(), new(Mail(fate), null, []), new(MailDecisionKind.Answer) { Reason = Text, Preview = preview }, []);

    private static MailRecord Mail(InboundMailStatus fate) => new()
    {
        Id = "m1", Mailbox = "notices@hub.example", Message = "x", ReceivedAt = Now, Fate = fate, From = "m.dupont@mission.example",
        Subject = "Question", Language = Language.French,
    };

    private static Visit Visit() => new(Language.English, "/console", Now) { Visitor = new("Amina", SecretariatRoles.Reviewer) };
}
