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
        var known = Sample.Pages.Paths(directory, null, null).ToHashSet();
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
    public void What_others_wrote_stays_text()
    {
        var register = Sample.Register("<script>alert('x')</script> \"quoted\" & more");
        var html = Sample.Page("networks/en/states/XAA.html", Sample.Directory(register));
        Assert.DoesNotContain("<script", html);
        Assert.Contains("&lt;script&gt;", html);
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
