using System.Net;
using System.Text.RegularExpressions;
using Hub.Delivery.NetworkPages;
using Hub.Register.Log;

namespace Hub.Pages.Tests.PublicPages;

public sealed class NetworkPageTextTests
{
    [Fact]
    public void Links_between_pages_are_relative_and_lead_to_pages()
    {
        var directory = Sample.Directory();
        var known = Sample.Pages.Paths(directory, null, null).Append(Sample.Pages.Sheet.Path).ToHashSet();
        foreach (var path in known.Where(p => p.EndsWith(".html", StringComparison.Ordinal) && (p.Contains("/ar/") || p.Contains("/en/"))))
            foreach (var href in Hrefs(Sample.Page(path, directory)).Where(h => !h.Contains("//")))
                Assert.Contains(new Uri(new Uri(Sample.Home, path), href).AbsolutePath[1..], known);
    }

    [Fact]
    public void A_page_says_at_which_event_it_stands_and_the_same_directory_gives_the_same_bytes()
    {
        foreach (var path in Sample.Pages.Paths(Sample.Directory(), ["wacap"], [Sample.Arvenia]))
        {
            Assert.Equal(Sample.Page(path), Sample.Page(path, Sample.Directory(Shuffled())));
            if (path.EndsWith(".html", StringComparison.Ordinal))
                Assert.Contains("417", Sample.Page(path));
        }
    }

    [Fact]
    public void What_whoever_looked_it_up_noted_stands_on_no_page_for_readers()
    {
        var register = Sample.Register("a remark of somebody's own");
        foreach (var network in Sample.Networks.All)
        {
            var html = WebUtility.HtmlDecode(Sample.Page($"networks/en/{network.Id}.html", Sample.Directory(register)));
            Assert.Contains(network.Reference, html);
            var notes = new[] { network.Notes, network.UrlOrigin, network.PrintedIn, network.Source }.OfType<string>();
            Assert.All(notes.Where(n => n != network.Reference), note => Assert.DoesNotContain(note, html));
        }
        Assert.DoesNotContain("a remark", Sample.Page("networks/en/states/XAA.html", Sample.Directory(register)));
    }

    [Fact]
    public void A_membership_for_a_part_of_a_State_says_so() =>
        Assert.Contains("Réunion (REU) only", WebUtility.HtmlDecode(Sample.Page("networks/en/coi-justice.html")));

    [Fact]
    public void A_page_that_lies_as_a_file_names_the_sheet_beside_it_and_leads_to_the_hub_for_the_rest()
    {
        Assert.Contains($"href=\"../../{Sample.Pages.Sheet.Path}\"", Sample.Page("networks/en/wacap.html"));
        Assert.Contains($"href=\"../../../{Sample.Pages.Sheet.Path}\"", Sample.Page("networks/ar/states/SEN.html"));
        Assert.Contains($"href=\"{Sample.Home}editions\"", Sample.Page("networks/en/wacap.html"));
    }

    [Fact]
    public void A_declaration_on_the_legal_basis_is_shown() => Assert.Contains(
        "does not make extradition conditional on a treaty</td><td>4 August 2025", Flat(Sample.Page("networks/en/states/XAA.html")));

    [Fact]
    public void Media_types_say_what_the_pages_are()
    {
        Page Get(string path) => Sample.Pages.Render(path, Sample.Directory())!;
        Assert.Equal("text/html; charset=utf-8", Get("networks/en/index.html").MediaType);
        Assert.Equal("application/json", Get("networks/wacap.json").MediaType);
        Assert.Equal("application/linkset+json", Get("networks/linkset.json").MediaType);
    }

    private static RegisterSnapshot Shuffled()
    {
        var register = Sample.Register();
        return register with { Memberships = register.Memberships.Clear().AddRange(register.Memberships.Reverse()) };
    }

    private static IEnumerable<string> Hrefs(string html) => Regex.Matches(html, "href=\"([^\"#]+)\"").Select(m => m.Groups[1].Value);

    private static string Flat(string html) => Regex.Replace(html, @">\s+<", "><");
}
