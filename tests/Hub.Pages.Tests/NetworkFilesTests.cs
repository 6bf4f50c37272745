using System.Text.Json.Nodes;
using System.Xml.Linq;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests;

/// <summary>The network pages' data for programs.</summary>
public sealed class NetworkFilesTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public void The_table_has_every_membership_with_what_must_be_known_of_it()
    {
        var register = Sample.Register("=HYPERLINK(\"x\")");
        var lines = Sample.Page("networks/memberships.csv", Sample.Directory(register)).TrimStart('\ufeff').TrimEnd().Split("\r\n");
        Assert.Equal(register.Memberships.Count + 1, lines.Length);
        Assert.StartsWith("\"network\",\"acronym\",\"networkName\",\"listComplete\"", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, l =>
            l.Contains("\"XAA\",\"Arvenia\",\"no\",\"OBSERVER\",\"yes\",\"2025-04-01\",\"\",\"LOW\"", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.EndsWith("\"'=HYPERLINK(\"\"x\"\")\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Coverage_as_data_has_every_State_and_its_roles()
    {
        var states = JsonNode.Parse(Sample.Page("networks/coverage.json"))!["states"]!.AsArray();
        Assert.Equal(Sample.States.All.Count(s => !s.IsJurisdiction || Sample.Directory().NetworksOf(s.Alpha3).Any()), states.Count);
        var arvenia = states.Single(s => (string)s!["code"]! == "XAA")!;
        Assert.Equal("OBSERVER", (string?)arvenia["networks"]!["wacap"]);
        Assert.Equal("011", (string?)states.Single(s => (string)s!["code"]! == "SEN")!["subregion"]);
    }

    [Theory]
    [InlineData(Language.English, "Arvenia – WACAP: Observer or associate")]
    [InlineData(Language.French, "Arvénie – WACAP : Observateur ou associé")]
    public void The_feed_is_valid_Atom_and_tells_each_notice_once_newest_first(Language language, string title)
    {
        var feed = Feed(language, Event(1, "n-1", "ejn"), Event(2, "n-1", "casc"), Event(3, "n-2", "wacap", MembershipRole.Observer));
        Assert.Equal(Atom + "feed", feed.Name);
        foreach (var element in feed.Elements(Atom + "entry").Append(feed))
        {
            Assert.Single(element.Elements(Atom + "id"));
            Assert.Single(element.Elements(Atom + "title"));
            Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", element.Element(Atom + "updated")!.Value);
        }
        Assert.Single(feed.Elements(Atom + "author"));
        Assert.Equal(["self", "alternate"], feed.Elements(Atom + "link").Select(l => (string)l.Attribute("rel")!));
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(
            ["tag:directory.example,2026:event-3", "tag:directory.example,2026:event-2"],
            entries.Select(e => e.Element(Atom + "id")!.Value));
        Assert.Equal(title, entries[0].Element(Atom + "title")!.Value);
        Assert.Contains("2026", entries[0].Element(Atom + "content")!.Value);
        Assert.Equal(2, entries[1].Element(Atom + "content")!.Value.Split('\n').Length);
    }

    [Fact]
    public void An_entry_has_the_same_id_in_every_language() => Assert.Single(
        Enum.GetValues<Language>()
            .Select(l => Feed(l, Event(3, "n-2", "wacap")).Element(Atom + "entry")!.Element(Atom + "id")!.Value).Distinct());

    [Fact]
    public void A_feed_without_changes_is_a_feed_all_the_same() => Assert.Empty(Feed(Language.Arabic).Elements(Atom + "entry"));

    [Fact]
    public void A_page_says_where_its_links_and_its_other_forms_are()
    {
        var links = Sample.Pages.Render("networks/en/wacap.html", Sample.Directory())!.Links;
        Assert.Contains(links, l =>
            l is { Relation: "linkset", MediaType: "application/linkset+json" } && l.Target.AbsolutePath == "/networks/wacap.links.json");
        Assert.Contains(links, l =>
            l is { Relation: "alternate", MediaType: "application/json" } && l.Target.AbsolutePath == "/networks/wacap.json");
        Assert.Equal(5, links.Count(l => l.Language is not null));
        Assert.All(links.Where(l => l.Language is not null), l => Assert.NotEqual("en", l.Language));
    }

    private static XElement Feed(Language language, params DirectoryEvent[] events) => XDocument.Parse(Sample.Page(
        $"networks/{language.Code()}/changes.atom",
        new NetworkDirectory(Sample.Register(), Sample.Networks, Sample.States, Sample.Today) { Changes = [.. events.Reverse()] })).Root!;

    private static DirectoryEvent Event(long sequence, string notice, string network, MembershipRole role = MembershipRole.Member) => new()
    {
        Sequence = sequence, Type = EventType.MembershipChanged, Time = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero), State = Sample.Arvenia,
        PreviousHash = new string('0', 64),
        Facts = new() { NoticeId = notice, Network = network, Role = role, ValidFrom = new(2026, 3, 1) },
    };
}
