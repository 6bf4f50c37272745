using System.Text;
using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Pages.Console.Recipients;
using Hub.Pages.Site;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests.Console;

/// <summary>Who gets mails: contact data is shown to the Secretariat, and stands in no address and no title.</summary>
public sealed class RecipientPageTests
{
    private static readonly string[] Addresses = ["href=\"", "action=\""];
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly Recipient Mission =
        new("mission-XAA", Sample.Arvenia, "office@arvenia.example", Language.French, "=Mission <b>", 0) { Domains = ["arvenia.example"] };

    private static readonly RecipientRow Row =
        new(Mission, "Arvenia", Cadence.Weekly, Now.AddDays(-3), BounceCause.Of("5.1.1"), true);

    [Fact]
    public void A_list_says_how_each_is_reached_and_what_comes_back()
    {
        var page = RecipientHtml.List(Visit(SecretariatRoles.Editor), List());
        foreach (var said in new[]
        {
            "office@arvenia.example", "=Mission &lt;b&gt;", "3 days ago", "There is no such mailbox.", "nothing is sent", "Français",
        })
            Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.DoesNotContain("/console/recipients/new", page, StringComparison.Ordinal);
        Assert.Contains(
            "/console/recipients/new", RecipientHtml.List(Visit(SecretariatRoles.Administrator), List()), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_looks_for_an_address_is_told_that_not_all_are_shown_and_gets_a_table_of_all_that_were_found()
    {
        var found = List() with { Looked = "arvenia", Range = new(1, 50, 77, "/console/recipients") };
        var page = RecipientHtml.List(Visit(SecretariatRoles.Editor), found);
        Assert.Contains("Only the first 1 of 77 are shown", page, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"address\" value=\"arvenia\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("list.csv", page, StringComparison.Ordinal);
        var all = RecipientHtml.List(Visit(SecretariatRoles.Editor), found with { Range = new(1, 50, 1, "/console/recipients") });
        Assert.DoesNotContain("Only the first", all, StringComparison.Ordinal);
        Assert.Contains("list.csv", RecipientHtml.List(Visit(SecretariatRoles.Editor), List()), StringComparison.Ordinal);
    }

    [Fact]
    public void No_title_and_no_address_of_a_page_holds_contact_data()
    {
        var visit = Visit(SecretariatRoles.Administrator);
        string[] pages =
        [
            RecipientHtml.List(visit, List() with { Looked = "office@arvenia" }),
            RecipientHtml.One(visit, new(Row, MailPreferences.Default, [], []), []),
            RecipientHtml.Edit(visit, SubscriberForm.Of(Mission), [("XAA", "Arvenia")], []),
            RecipientHtml.EndLinks(visit, Mission),
            RecipientHtml.Import(visit, new("", [new(2, ImportEffect.Changed, "mission-XAA", null, SubscriberDraft.Of(Mission), [])]), []),
        ];
        Assert.All(pages, page =>
        {
            Assert.Contains("arvenia", page, StringComparison.Ordinal);
            Assert.DoesNotContain("arvenia.example", page.Split("</title>")[0], StringComparison.Ordinal);
            foreach (var start in Addresses)
                Assert.All(page.Split(start).Skip(1), part => Assert.DoesNotContain("@", part.Split('"')[0], StringComparison.Ordinal));
        });
    }

    [Fact]
    public void A_filter_is_an_address_that_gives_the_same_list() => Assert.Equal(
        "/console/recipients?state=XAA&kind=MISSION&bouncing=true&text=a%20b",
        new RecipientFilter(Sample.Arvenia, RecipientKind.Mission, true, "a b").Address());

    [Fact]
    public void What_is_set_otherwise_has_another_mark()
    {
        var mark = SubscriberForm.MarkOf(Mission);
        Assert.Equal(mark, SubscriberForm.MarkOf(Mission with { Since = 9, SetBy = "daniel" }));
        foreach (var other in new[]
        {
            Mission with { Address = "x@arvenia.example" }, Mission with { Name = "N" }, Mission with { Language = Language.Arabic },
            Mission with { Domains = null }, Mission with { Role = OfficeRole.Ministry },
        })
            Assert.NotEqual(mark, SubscriberForm.MarkOf(other));
    }

    [Fact]
    public void An_export_of_missions_has_the_columns_of_an_import_and_no_formula()
    {
        var table = Encoding.UTF8.GetString(RecipientHtml.Missions([Mission]));
        Assert.Contains("\"id\",\"state\",\"role\",\"name\",\"address\",\"language\",\"domains\"", table, StringComparison.Ordinal);
        Assert.Contains("\"'=Mission <b>\",\"office@arvenia.example\",\"fr\",\"arvenia.example\"", table, StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_before_and_why_it_was_changed_are_told_and_a_new_name_leaves_them()
    {
        var moved = (Mission with { Address = "new@arvenia.example" }).Set(Mission, "daniel", "Their note of 2 March.", Now);
        var renamed = (moved with { Name = "Another name", SetBy = null, SetReason = null, Earlier = null }).Set(moved, "anna", null, Now);
        var page = RecipientHtml.One(
            Visit(SecretariatRoles.Editor), new(Row with { Recipient = renamed }, MailPreferences.Default, [], []), []);
        foreach (var said in new[] { "office@arvenia.example, until 1 March 2026", "Their note of 2 March.", "daniel, 1 March 2026" })
            Assert.Contains(said, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_is_asked_where_another_address_or_domain_would_speak_for_the_State()
    {
        var draft = SubscriberDraft.Of(Mission);
        Assert.True(SubscriberForm.MaySayAs(Mission, draft with { Name = "N", Language = Language.Arabic }));
        Assert.All(
            [draft with { Address = "x@arvenia.example" }, draft with { Domains = null }, draft with { Role = OfficeRole.Ministry }],
            other => Assert.False(SubscriberForm.MaySayAs(Mission, other)));
    }

    private static RecipientList List() =>
        new(new(null, null, false, null), new(1, 50, 1, "/console/recipients"), [Row], [("XAA", "Arvenia")]);

    private static Visit Visit(SecretariatRoles roles) => new(Language.English, "/console/recipients", Now)
    {
        Visitor = new("Somebody", roles), FormToken = "token",
    };
}
