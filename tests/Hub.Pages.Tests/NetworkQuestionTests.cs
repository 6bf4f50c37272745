using System.Text;
using System.Text.RegularExpressions;
using Hub.Delivery.NetworkPages;
using Hub.Register.States;

namespace Hub.Pages.Tests;

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

    [Fact]
    public void Two_States_that_share_none_are_told_so_and_who_is_nearest()
    {
        var html = Flat(Ask("networks/en/states/GHA.html", new(With: "GEO")));
        Assert.Contains("No network in common with <bdi>Georgia</bdi> is on record.", html);
        Assert.Contains("Nearest: States that share a network with each of the two", html);
        Assert.Matches(
            "<th scope=\"row\"><a href=\"CYP\\.html\"><bdi>Cyprus</bdi></a></th><td><bdi>CNCP</bdi></td><td><bdi>CARIN</bdi></td>", html);
    }

    [Theory]
    [InlineData("Côte d'Ivoire", "Networks in common with")]
    [InlineData("SEN", "That is the same State")]
    [InlineData("Atlantis", "No State of this name is known")]
    [InlineData("KAZ", "No State on record shares a network with each of the two")]
    public void Every_comparison_has_an_answer(string with, string answer) =>
        Assert.Contains(answer, Ask("networks/en/states/SEN.html", new(With: with)));

    [Theory]
    [InlineData("networks/en/ejm.html", "networks/en/ejn.html")]
    [InlineData("networks/en/EJNI", "networks/en/ejn.html")]
    [InlineData("networks/fr/gafisud.html", "networks/fr/rrag.html")]
    [InlineData("networks/WACAP", "networks/es/wacap.html")]
    [InlineData("networks/ru/states/senegal.html", "networks/ru/states/SEN.html")]
    [InlineData("networks/states/Turkey", "networks/es/states/TUR.html")]
    [InlineData("networks/ar", "networks/ar/index.html")]
    [InlineData("networks/", "networks/es/index.html")]
    [InlineData("networks/EN/wacap.html", "networks/en/wacap.html")]
    [InlineData("networks/coverage", "networks/es/coverage.html")]
    public void Another_name_leads_to_the_page_that_is_meant(string path, string meant)
    {
        Assert.Null(Sample.Pages.Render(path, Sample.Directory()));
        Assert.Equal(meant, Sample.Pages.Meant(path, Sample.Directory(), Language.Spanish));
        Assert.NotNull(Sample.Pages.Render(meant, Sample.Directory()));
    }

    [Theory]
    [InlineData("networks/en/nowhere.html")]
    [InlineData("networks/en/states/Atlantis.html")]
    [InlineData("networks/de/wacap.html")]
    [InlineData("networks/en/wacap/more.html")]
    [InlineData("networks/../../etc/passwd")]
    [InlineData("networks/en//evil.example")]
    public void What_means_nothing_leads_nowhere(string path) =>
        Assert.Null(Sample.Pages.Meant(path, Sample.Directory(), Language.English));

    [Fact]
    public void The_page_that_is_missing_has_links_that_work_wherever_it_stands()
    {
        var html = Encoding.UTF8.GetString(Sample.Pages.Missing(Sample.Directory(), Language.French).Content.Span);
        Assert.Contains("<html lang=\"fr\"", html);
        Assert.All(
            Regex.Matches(html, "(?:href|action)=\"([^\"#]+)\"").Select(m => m.Groups[1].Value),
            href => Assert.StartsWith("/", href, StringComparison.Ordinal));
    }

    [Fact]
    public void A_membership_that_is_over_is_shown_as_such_and_not_counted()
    {
        var register = Sample.Register();
        var over = Sample.Member("casc", Sample.Arvenia, "test") with { ValidTo = Sample.Today.AddDays(-1) };
        var directory = Sample.Directory(register with { Memberships = register.Memberships.Add(("casc", Sample.Arvenia), over) });
        var html = Flat(Sample.Page("networks/en/casc.html", directory));
        Assert.Contains("States in this network: <bdi>8</bdi>", html);
        Assert.Contains("Memberships that have ended or are still to begin: <bdi>1</bdi>", html);
        Assert.Contains("until <bdi>28 February 2026</bdi>", html);
        Assert.Contains("still to begin", Sample.Page("networks/en/states/XAA.html", directory));
    }

    [Fact]
    public void Authorities_of_a_network_are_not_called_member_States()
    {
        var html = Flat(Sample.Page("networks/en/refco.html"));
        Assert.Contains("Authorities belong to this network, not States", html);
        Assert.Contains("An authority belongs to it, not the State", html);
        Assert.DoesNotContain("States in this network", html);
    }

    [Fact]
    public void A_network_has_the_address_that_is_in_use_and_no_other()
    {
        var html = Flat(Sample.Page("networks/en/iberred.html"));
        Assert.Contains("<a href=\"https://www.iberred.int/\"", html);
        Assert.DoesNotContain("http://www.iberred.org", html);
    }

    [Fact]
    public void The_coverage_counts_the_States_of_each_region_once()
    {
        var html = Flat(Sample.Page("networks/en/coverage.html"));
        var counted = html[..html.IndexOf("Marks in the tables", StringComparison.Ordinal)];
        var counts = Regex.Matches(counted, "<bdi>(\\d+)</bdi> of <bdi>(\\d+)</bdi>")
            .Select(m => int.Parse(m.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(Sample.States.All.Count(s => !s.IsJurisdiction), counts.Sum());
        Assert.Equal(23, counts.Count);
    }

    [Fact]
    public void A_network_that_is_not_known_to_work_covers_nobody()
    {
        var html = Flat(Sample.Page("networks/en/coverage.html"));
        Assert.Matches(
            "Northern Africa</a></th><td>.*?<bdi>2</bdi> of <bdi>6</bdi></td><td><ul class=\"hub-inline\"><li><a href=\"states/DZA", html);
        Assert.Contains("Networks that are not confirmed to work are shown and not counted.", html);
    }

    private static string Ask(string path, PageQuery query) =>
        Encoding.UTF8.GetString(Sample.Pages.Render(path, Sample.Directory(), query)!.Content.Span);

    private static string Flat(string html) => Regex.Replace(html, @">\s+<", "><");
}
