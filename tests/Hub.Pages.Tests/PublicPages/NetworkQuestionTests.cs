using System.Text;
using System.Text.RegularExpressions;
using Hub.Delivery.NetworkPages;

namespace Hub.Pages.Tests.PublicPages;

/// <summary>What readers ask the network pages, and what they are told.</summary>
public sealed class NetworkQuestionTests
{
    [Theory]
    [InlineData("ejm", "EJN")]
    [InlineData("Asiajust", "Asiajust", "SEAJust")]
    [InlineData("gafisud", "RRAG")]
    [InlineData("Сенегал", "WACAP")]
    [InlineData("塞内加尔", "WACAP")]
    public void What_was_asked_is_found_by_any_name(string text, params string[] acronyms)
    {
        var html = Ask("networks/en/index.html", new(text));
        Assert.All(acronyms, a => Assert.Contains($"<b>{a}</b>", html));
        Assert.InRange(Regex.Count(html, "<tr>"), 2, 10);
        Assert.DoesNotContain("<b>CASC</b>", html);
    }

    [Fact]
    public void A_kind_leaves_the_networks_of_that_kind()
    {
        var html = Ask("networks/en/index.html", new(Kind: "thematic"));
        Assert.Contains("<b>CARIN</b>", html);
        Assert.DoesNotContain("<b>WACAP</b>", html);
    }

    [Theory]
    [InlineData("no such network")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\ud800")]
    [InlineData("' OR 1=1 --")]
    public void What_nobody_knows_is_said_to_be_unknown_and_shown_as_text(string text)
    {
        var html = Ask("networks/en/index.html", new(text));
        Assert.Contains("No network fits", html);
        Assert.DoesNotContain("<script", html);
    }

    [Fact]
    public void Whoever_changes_the_language_keeps_the_question() =>
        Assert.Contains("href=\"../ar/index.html?q=a%26b&amp;kind=regional\"", Ask("networks/en/index.html", new("a&b", "regional")));

    [Fact]
    public void A_page_that_lies_as_a_file_has_no_forms()
    {
        foreach (var path in new[] { "index", "coverage", "wacap", "states/SEN" })
            Assert.DoesNotContain("<form", Sample.Page($"networks/en/{path}.html"));
        Assert.Contains("<form", Ask("networks/en/index.html", new()));
        Assert.Contains("<form", Ask("networks/en/states/SEN.html", new()));
    }

    [Fact]
    public void Two_States_are_told_the_networks_they_share() => Assert.Matches(
        "Networks in common with <bdi>Ghana</bdi>: <bdi>1</bdi>.*<b>WACAP</b>", Flat(Ask("networks/en/states/SEN.html", new(With: "GHA"))));

    private static string Ask(string path, PageQuery query) =>
        Encoding.UTF8.GetString(Sample.Pages.Render(path, Sample.Directory(), query)!.Content.Span);

    private static string Flat(string html) => Regex.Replace(html, @">\s+<", "><");
}
