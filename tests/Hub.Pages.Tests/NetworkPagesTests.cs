using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Hub.Delivery.NetworkPages;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests;

public sealed class NetworkPagesTests
{
    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Fact]
    public void Every_path_that_is_named_can_be_rendered_and_no_other()
    {
        var directory = Sample.Directory();
        var paths = Sample.Pages.Paths(directory, null, null).ToList();
        Assert.Equal(paths.Count, paths.Distinct().Count());
        var some = paths.Where(p => p.Contains("/en/") || p.EndsWith(".json", StringComparison.Ordinal));
        Assert.All(some, path => Assert.NotEmpty(Sample.Page(path, directory)));
    }

    [Theory]
    [InlineData("networks/nowhere.json")]
    [InlineData("networks/en/nowhere.html")]
    [InlineData("networks/en/wacap.json")]
    [InlineData("networks/de/index.html")]
    [InlineData("networks/states/ZZZ.json")]
    [InlineData("networks/en/states/xaa.html")]
    [InlineData("networks/en/../index.json")]
    [InlineData("networks")]
    [InlineData("")]
    public void A_path_that_names_no_page_gives_none(string path) => Assert.Null(Sample.Pages.Render(path, Sample.Directory()));

    [Fact]
    public void A_change_touches_its_network_its_State_the_index_and_the_links()
    {
        var paths = Sample.Pages.Paths(Sample.Directory(), ["wacap"], [Sample.Arvenia]).ToList();
        var members = Sample.Directory().MembersOf("wacap").Count();
        Assert.Equal(8 + (3 + members) * 7, paths.Count);
        Assert.Contains("networks/linkset.json", paths);
        Assert.Contains("networks/index.json", paths);
        Assert.Contains("networks/fr/wacap.html", paths);
        Assert.Contains("networks/zh/states/XAA.html", paths);
        Assert.Contains("networks/fr/states/SEN.html", paths);
        Assert.Contains("networks/fr/coverage.html", paths);
        Assert.Contains("networks/fr/changes.atom", paths);
        Assert.Contains("networks/memberships.csv", paths);
        Assert.DoesNotContain("networks/fr/ejn.html", paths);
        Assert.DoesNotContain("networks/fr/states/FRA.html", paths);
    }

    [Fact]
    public void A_State_that_left_its_last_network_keeps_a_page_that_says_so() =>
        Assert.Contains("in no network", Sample.Page("networks/en/states/XAA.html", Sample.Directory(RegisterSnapshot.Empty)));

    [Theory, MemberData(nameof(Languages))]
    public void A_page_says_its_language_and_direction_and_has_one_heading_of_the_first_order(Language language)
    {
        foreach (var page in new[] { "index", "wacap", "states/XAA" })
        {
            var html = Sample.Page($"networks/{language.Code()}/{page}.html");
            Assert.StartsWith("<!DOCTYPE html>", html);
            Assert.Contains($"<html lang=\"{language.Code()}\" dir=\"{(language == Language.Arabic ? "rtl" : "ltr")}\"", html);
            Assert.Single(Regex.Matches(html, "<h1[ >]"));
            Assert.Contains("href=\"#content\"", html);
            Assert.DoesNotContain("<script", html);
            Assert.Equal(6, Regex.Count(html, "<link rel=\"alternate\" hreflang"));
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_network_page_names_every_member_once(Language language)
    {
        var html = Sample.Page($"networks/{language.Code()}/iberred.html");
        foreach (var member in Sample.Directory().MembersOf("iberred"))
        {
            var name = Regex.Escape(Encoded(Sample.States[member.State].Name(language)));
            Assert.Single(Regex.Matches(html, $"href=\"states/{member.State}\\.html\"><bdi>{name}</bdi>"));
        }
    }

    [Fact]
    public void Jurisdictions_are_shown_but_not_counted_as_States()
    {
        var states = Sample.Directory().StatesIn("iberred");
        var html = Sample.Page("networks/en/iberred.html");
        Assert.Contains($"States in this network: <bdi>{states}</bdi>", html);
        Assert.Contains("Jurisdictions in this network: <bdi>1</bdi>", html);
        Assert.Equal(states + 1, Sample.Directory().MembersOf("iberred").Count());
    }

    [Fact]
    public void What_is_incomplete_or_unsure_or_superseded_is_labelled()
    {
        foreach (var network in Sample.Networks.All)
        {
            var main = Content(Sample.Page($"networks/en/{network.Id}.html")).Split("<h2>")[0];
            Assert.Equal(!network.MembersComplete, main.Contains("Incomplete list"));
            Assert.Equal(network.Confidence == Confidence.Low, main.Contains(">Not confirmed</span>"));
            Assert.Equal(network.SupersededBy is not null, main.Contains("Superseded by"));
        }
        Assert.Contains("Not confirmed</strong>", Content(Sample.Page("networks/en/states/XAA.html")));
    }

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

    private static string Content(string html) =>
        html[html.IndexOf("<main", StringComparison.Ordinal)..html.IndexOf("</main>", StringComparison.Ordinal)];

    private static string Flat(string html) => Regex.Replace(html, @">\s+<", "><");

    private static string Encoded(string text) => HtmlEncoder.Create(UnicodeRanges.All).Encode(text);
}
