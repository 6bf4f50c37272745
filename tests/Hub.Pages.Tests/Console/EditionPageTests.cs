using Hub.Delivery.Editions;
using Hub.Delivery.Editions.Planning;
using Hub.Delivery.Editions.Publishing;
using Hub.Delivery.Mail;
using Hub.Notices.Access;
using Hub.Pages.Console.Editions;
using Hub.Pages.Console.Fields;
using Hub.Pages.Site;
using Hub.Register.Log;
using Hub.Register.States;

namespace Hub.Pages.Tests.Console;

/// <summary>What each of the two people sees who publish an edition, and what is shown of its mails.</summary>
public sealed class EditionPageTests
{
    private static readonly EditionId Id = new(2026, 1);
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly SendingForecast Forecast = new(12, 1, 2, Now, Now.AddMinutes(5), SendingBound.MessagesAMinute);

    private static readonly EditionPlan Plan = new(
        Id, Sample.Today, 417, null, 3, 2, 4, [new("directory.en.html", "text/html", 12_345, new string('a', 64))],
        [new(Language.French, 12)], 0, Forecast, Forecast, [new(PlanProblemKind.AddressBounced, "", 1, ["mission-XAA"])], [])
    {
        Recipients = 12, Confirmation = new("the-plan-token", 12, Now.AddHours(1)),
    };

    private static readonly EditionPlanning Planning =
        new(Id, Plan, [], new Dictionary<string, string> { ["mission-XAA"] = "Mission of Arvenia" });

    private static readonly PublicationRequest Request = new(Id, "amina", Now.AddHours(-1), "All is looked at.", 410);

    [Theory]
    [InlineData(SecretariatRoles.Reviewer)]
    [InlineData(SecretariatRoles.Editor)]
    public void Who_may_ask_is_asked_why_and_cannot_publish_alone(SecretariatRoles role)
    {
        var page = Shown(Planning, role);
        Assert.Contains("value=\"ask\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"the-plan-token\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"publish\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_administrator_neither_asks_nor_publishes()
    {
        foreach (var planning in new[] { Planning, Planning with { Request = Request } })
            Assert.DoesNotContain("name=\"step\"", Shown(planning, SecretariatRoles.Administrator), StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_person_sees_who_asked_and_why_what_has_changed_since_and_how_many_get_a_mail_and_types_the_name()
    {
        var page = Shown(Planning with { Request = Request }, SecretariatRoles.Reviewer);
        foreach (var said in new[]
        {
            "Amina Diallo", "All is looked at.", "Events added to the log since then: 7.", "Recipients: 12.", "name=\"name\"",
            "value=\"publish\"", "Mission of Arvenia",
        })
            Assert.Contains(said, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Mails_that_wait_for_a_person_are_looked_at_first_and_languages_without_a_print_are_named()
    {
        var clear = Planning with { Plan = Plan with { Problems = [] } };
        Assert.Contains("Nothing is left to look at.", Shown(clear, SecretariatRoles.Reviewer), StringComparison.Ordinal);
        var page = Shown(clear with { Unread = 2, Held = 1 }, SecretariatRoles.Reviewer);
        foreach (var said in new[]
        {
            "Mails that nobody has read yet: 2.", "/console/mails?status=TO_READ", "Mails that wait for a call-back: 1.",
            "No PDF is made in these languages: English.",
        })
            Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing is left to look at.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('a', 64), page, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_asked_can_take_it_back_and_an_editor_is_no_second_person()
    {
        var mine = Shown(Planning with { Request = Request, IsAsker = true }, SecretariatRoles.Reviewer);
        Assert.Contains("value=\"back\"", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"publish\"", mine, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "name=\"step\"", Shown(Planning with { Request = Request }, SecretariatRoles.Editor), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_typed_stays_beside_what_is_wrong_with_it()
    {
        var page = EditionHtml.Plan(
            Visit(SecretariatRoles.Reviewer), Planning with { Request = Request, Typed = "2026/<2>" },
            [new FieldProblem("name", "Not its name.")]);
        Assert.Contains("value=\"2026/&lt;2&gt;\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"name-error\"", page, StringComparison.Ordinal);
        Assert.Contains("<title>Error: ", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5.1.1: there is no such mailbox", "There is no such mailbox.")]
    [InlineData("not sent, the address bounced: 5.7.23: refused", "The receiving server refused it by a rule of its own.")]
    [InlineData("nothing came back", "Nothing came back.")]
    [InlineData("5.9.9: it was not delivered", "It was not delivered.")]
    [InlineData("ErrorMessageSizeExceeded", "ErrorMessageSizeExceeded")]
    public void Why_a_mail_failed_is_said_in_words(string reason, string words)
    {
        var delivery = new MailDelivery("mission-XAA", Sample.Arvenia, Language.English, MailStatus.Bounced, Now, reason);
        var row = new DeliveryRow(delivery, "Mission of Arvenia", "Arvenia", "office@arvenia.example");
        var edition = new Edition { Id = Id, CutOff = Sample.Today, Sequence = 417, Hash = new string('a', 64), States = [] };
        var page = EditionHtml.Edition(
            Visit(SecretariatRoles.Reviewer),
            new(Id, EditionStage.Published, edition, [])
            {
                Sequence = 418, Mails = MailCounts.Of([delivery, delivery with { Status = MailStatus.Queued }]),
                Range = new(1, 50, 1, "/console/editions/2026-1"), Deliveries = [row],
            },
            []);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("office@arvenia.example", page, StringComparison.Ordinal);
        Assert.Contains("<progress id=\"progress\" max=\"2\" value=\"1\"", page, StringComparison.Ordinal);
        Assert.Contains("Mails that have gone out: 0 of 2. Failed: 1.", page, StringComparison.Ordinal);
        Assert.Contains("Send failed mails again (1)", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_gets_nothing_because_the_address_is_wrong_is_not_among_those_that_are_sent_to_again()
    {
        DeliveryRow Row(string id) => new(
            new(id, Sample.Arvenia, Language.English, MailStatus.Bounced, Now, null), id, "Arvenia", $"{id}@arvenia.example");
        var draft = new ResendDraft(Id, [Row("one"), Row("two")], ["two"], null);
        Assert.Equal(["one"], draft.Going.Select(r => r.Name));
        Assert.NotEqual(draft.Mark, (draft with { Stopped = [] }).Mark);
        var page = EditionHtml.Resend(Visit(SecretariatRoles.Editor), draft, []);
        Assert.Contains("Mails to send again: 1", page, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "<form method=\"post\" action=\"/console/editions/2026-1/resend\"",
            EditionHtml.Resend(Visit(SecretariatRoles.Editor), draft with { Stopped = ["one", "two"] }, []), StringComparison.Ordinal);
    }

    private static string Shown(EditionPlanning planning, SecretariatRoles roles) => EditionHtml.Plan(Visit(roles), planning, []);

    private static Visit Visit(SecretariatRoles roles) => new(Language.English, "/console/editions/new", Now)
    {
        Visitor = new("Somebody", roles), FormToken = "token", People = new Dictionary<string, string> { ["amina"] = "Amina Diallo" },
    };
}
