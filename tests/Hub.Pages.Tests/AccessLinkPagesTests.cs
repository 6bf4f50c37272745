using System.Net;
using System.Text.RegularExpressions;
using Hub.Delivery.Editions;
using Hub.Notices.Recipients;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests;

public sealed class AccessLinkPagesTests
{
    private static readonly AccessLinkPages Pages = new(Sample.States, Sample.Networks);

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory, MemberData(nameof(Languages))]
    public void Every_page_is_in_its_language_has_no_script_and_fetches_nothing(Language language) => Assert.All(All(language), page =>
    {
        Assert.Contains($"<html lang=\"{language.Code()}\" dir=\"{(language == Language.Arabic ? "rtl" : "ltr")}\"", page);
        Assert.DoesNotMatch("<script|<style|<img|src=| on[a-z]+=|action=| style=", page);
        // Nothing comes from elsewhere, and no link leads there with the page's address: all begin on this site.
        Assert.DoesNotMatch("href=\"(?!/[a-z.]|#|/\")", page);
        Assert.DoesNotContain("{0}", page);
    });

    [Fact]
    public void An_edition_offers_its_files_in_the_recipients_language_and_in_none()
    {
        string[] files =
        [
            "abstract.fr.html", "changes.csv", "changes.fr.html", "directory.en.html", "directory.fr.html",
            "directory.fr.pdf", "directory.fr.xlsx", "directory.json", "directory.schema.json",
        ];
        var manifest = new Manifest(
            Sample.Edition, Sample.Today, 7, null, null, 1, 1, [.. files.Select(f => new ManifestEntry(f, "text/html", 1, ""))]);
        var page = AccessLinkPages.Edition(Sample.Recipient(Language.French), manifest, "token");
        Assert.Equal(
            ["changes.csv", "changes.fr.html", "directory.fr.html", "directory.fr.pdf", "directory.fr.xlsx", "directory.json"],
            Regex.Matches(page, "href=\"/links/token/([^\"]+)\"").Select(m => m.Groups[1].Value));
        Assert.Contains("Le répertoire, à lire et à imprimer", WebUtility.HtmlDecode(page));
    }

    [Fact]
    public void The_page_of_preferences_shows_what_was_chosen_and_every_choice_there_is()
    {
        var page = Pages.Preferences(Sample.Recipient(Language.English), new(Cadence.Weekly, [new("SEN")], [Matter.Mla]), saved: false);
        var chosen = Regex.Matches(page, "value=\"([A-Z_]+)\" checked").Select(m => m.Groups[1].Value);
        Assert.Equal(["WEEKLY", "MLA", "SEN"], chosen);
        var offered = Regex.Count(page, "name=\"states\"");
        Assert.Equal((Sample.States.All.Count(), Enum.GetValues<Matter>().Length), (offered, Regex.Count(page, "name=\"matters\"")));
        Assert.DoesNotContain("role=\"status\"", page);
        Assert.Contains("role=\"status\"", Pages.Preferences(Sample.Recipient(Language.English), MailPreferences.Default, saved: true));
    }

    [Fact]
    public void An_authority_sees_what_it_confirms_and_nothing_that_is_the_Secretariats_I6()
    {
        var page = WebUtility.HtmlDecode(AccessLinkPages.Confirmation(Sample.Recipient(Language.English), Sample.Authority()));
        Assert.All(["+99915550100", "cooperation@justice.example", "12 Harbour Road"], value => Assert.Contains(value, page));
        Assert.DoesNotContain(Marked.Secretariat, AccessLinkPages.Confirmation(Sample.Recipient(Language.English), Marked.Authority()));
    }

    [Fact]
    public void A_record_is_shown_whole_to_whoever_confirms_it_each_value_beside_its_label()
    {
        var page = WebUtility.HtmlDecode(AccessLinkPages.Confirmation(Sample.Recipient(Language.English), Marked.Authority()));
        var labels = new Labels(Language.English);
        Assert.All(
            ["unitName", "parentInstitution", "contactPerson", "secureChannels", "urgentProcedure", "requiredDocuments", "comments"],
            field => Assert.Contains($"<bdi>{labels.Field(field)}</bdi>", page));
        Assert.Contains("<div class=\"hub-plain\">", page);
        Assert.Contains(".hub-plain dd{grid-column:2;", System.Text.Encoding.UTF8.GetString(Hub.Pages.Site.StyleSheet.Page.Content.Span));
    }

    [Fact]
    public void What_a_State_wrote_cannot_be_markup() => Assert.DoesNotContain(
        "<script>", AccessLinkPages.Confirmation(Sample.Recipient(Language.English), Sample.Authority("<script>alert(1)</script>")));

    [Fact]
    public void A_fresh_link_comes_in_a_mail_of_its_own()
    {
        var link = new Uri(Sample.Home, "links/abc");
        var mail = new MailWriter(Sample.States, Sample.Networks, Sample.Origin).FreshLink("id", Sample.Recipient(Language.French), link);
        Assert.Equal(("id", "mission@arvenia.example"), (mail.Id, mail.To));
        Assert.Contains(link.AbsoluteUri, mail.Text);
        Assert.Contains($"href=\"{link.AbsoluteUri}\"", mail.Html);
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_mission_sees_the_notice_and_what_it_would_change_before_it_stands_by_it(Language language)
    {
        var page = WebUtility.HtmlDecode(Pages.HeldNotice(Sample.Recipient(language), "XAA-1", [Designated()]));
        Assert.All(["XAA-1", "+99915550100", "cooperation@justice.example", "<form method=\"post\">"], part => Assert.Contains(part, page));
    }

    [Theory, MemberData(nameof(Languages))]
    public void The_mail_about_a_held_notice_names_it_and_brings_the_link(Language language)
    {
        var link = new Uri(Sample.Home, "links/abc");
        var mail = new MailWriter(Sample.States, Sample.Networks, Sample.Origin)
            .HeldNotice("id", Sample.Recipient(language), "XAA-1", Sample.Today, link);
        Assert.All([mail.Html, mail.Text], body => Assert.Contains("XAA-1", body));
        Assert.Contains($"href=\"{link.AbsoluteUri}\"", mail.Html);
        Assert.Contains(link.AbsoluteUri, mail.Text);
        Assert.DoesNotContain("+999", mail.Html);
    }

    private static DirectoryChange Designated() => Sample.Change(EventType.AuthorityDesignated, after: Sample.Authority());

    private static string[] All(Language language) =>
    [
        Pages.Preferences(Sample.Recipient(language), MailPreferences.Default, saved: true),
        AccessLinkPages.Confirmation(Sample.Recipient(language), Sample.Authority()), AccessLinkPages.Confirmed(language, "XAA-1"),
        AccessLinkPages.Expired(language), AccessLinkPages.Renewed(language), AccessLinkPages.Unknown(language),
        Pages.HeldNotice(Sample.Recipient(language), "XAA-1", [Designated()]), AccessLinkPages.NoticeConfirmed(language, "XAA-1"),
        AccessLinkPages.NotHeld(language, "XAA-1"), AccessLinkPages.HeldButUnclear(language, "XAA-1"),
    ];
}
