using System.Text;
using System.Text.RegularExpressions;
using Hub.Notices.Access;
using Hub.Pages.Site;
using Hub.Register.States;

namespace Hub.Pages.Tests.Console;

/// <summary>What every page of the Secretariat has around its content, and its style sheet.</summary>
public sealed class FrameTests
{
    private static readonly string Styles = Encoding.UTF8.GetString(StyleSheet.Page.Content.Span);

    [Fact]
    public void The_sections_are_folded_away_below_the_one_that_is_open()
    {
        var page = ConsoleHtml.Parts(Visit);
        Assert.Matches(new Regex("<details class=\"hub-menu__fold\">\\s*<summary>Menu: Today</summary>"), page);
        Assert.Contains(".hub-menu__fold::details-content{content-visibility:visible}", Styles, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_on_a_marked_word_is_dark_by_day_and_by_night()
    {
        var rule = Regex.Match(Styles, "mark \\.govuk-link:is\\(:link,:visited,:hover,:active,:focus\\)\\{color:(#[0-9a-f]+)\\}");
        Assert.Equal("#0b0c0c", rule.Groups[1].Value);
    }

    [Fact]
    public void On_paper_no_address_of_a_page_of_the_hub_follows_its_link()
    {
        Assert.Matches(new Regex("\\.govuk-link::?after\\{content:none ?!important\\}"), Styles);
    }

    [Fact]
    public void While_mail_is_paused_nobody_is_said_to_be_told()
    {
        var done = Visit with { Done = "COMMITTED" };
        Assert.Contains("is being told", ConsoleHtml.Parts(done), StringComparison.Ordinal);
        var paused = ConsoleHtml.Parts(done with { MailIsPaused = true });
        Assert.Contains("All mail is paused", paused, StringComparison.Ordinal);
        Assert.Contains("is told when mail goes on", paused, StringComparison.Ordinal);
        Assert.DoesNotContain("is being told", paused, StringComparison.Ordinal);
    }

    private static Visit Visit { get; } = new(Language.English, "/console/parts", DateTimeOffset.UnixEpoch)
    {
        Visitor = new("Anna", SecretariatRoles.All), FormToken = "token",
    };
}
