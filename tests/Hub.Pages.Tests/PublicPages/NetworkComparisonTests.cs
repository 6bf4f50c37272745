using System.Text;
using System.Text.RegularExpressions;
using Hub.Delivery.NetworkPages;
using Hub.Register.States;

namespace Hub.Pages.Tests.PublicPages;

public sealed class NetworkComparisonTests
{
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

    private static string Ask(string path, PageQuery query) =>
        Encoding.UTF8.GetString(Sample.Pages.Render(path, Sample.Directory(), query)!.Content.Span);

    private static string Flat(string html) => Regex.Replace(html, @">\s+<", "><");
}
