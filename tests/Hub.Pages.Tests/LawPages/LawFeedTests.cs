using System.Text;
using System.Xml.Linq;
using Hub.Pages.Laws;
using Hub.Pages.Laws.Lists;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Lookup;
using Hub.Register.States;

namespace Hub.Pages.Tests.LawPages;

/// <summary>What came into the library, as a feed.</summary>
public sealed class LawFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData(Language.English, "Arvenia: Act on Assistance (version 2)", "Arvenia: Act on Assistance")]
    [InlineData(Language.French, "Arvenia : Loi relative à l'entraide (version 2)", "Arvenia : Loi relative à l'entraide")]
    public void It_is_valid_Atom_with_an_entry_for_each_version(Language language, string second, string first)
    {
        var feed = Feed(language, (LawCase.Law, 9, 2), (LawCase.Law, 4, 1));
        Assert.Equal((Atom + "feed", "tag:directory.example,2026:laws"), (feed.Name, feed.Element(Atom + "id")!.Value));
        foreach (var element in feed.Elements(Atom + "entry").Append(feed))
        {
            Assert.Single(element.Elements(Atom + "id"));
            Assert.Single(element.Elements(Atom + "title"));
            Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", element.Element(Atom + "updated")!.Value);
        }
        Assert.Single(feed.Elements(Atom + "author"));
        Assert.Equal(
            [("self", "https://directory.example/laws/feed"), ("alternate", "https://directory.example/laws")],
            feed.Elements(Atom + "link").Select(l => ((string)l.Attribute("rel")!, (string)l.Attribute("href")!)));
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal([second, first], entries.Select(e => e.Element(Atom + "title")!.Value));
        Assert.Equal("tag:directory.example,2026:event-9", entries[0].Element(Atom + "id")!.Value);
        Assert.Equal(
            "https://directory.example/laws/law-1?version=2", (string)entries[0].Element(Atom + "link")!.Attribute("href")!);
        Assert.Contains("Loi relative à l'entraide", entries[0].Element(Atom + "content")!.Value, StringComparison.Ordinal);
        Assert.Equal(feed.Element(Atom + "updated")!.Value, entries[0].Element(Atom + "updated")!.Value);
    }

    [Fact]
    public void What_no_document_can_carry_does_not_break_it_and_with_nothing_in_it_it_is_valid_too()
    {
        var law = LawCase.Law with { TitleOriginal = "a\u0001b\uFFFE<c>&", Titles = null };
        var title = Feed(Language.Arabic, (law, 1, 1)).Element(Atom + "entry")!.Element(Atom + "title")!.Value;
        Assert.Contains("<c>&", title, StringComparison.Ordinal);
        Assert.Equal("2026-03-01T00:00:00Z", Feed(Language.English).Element(Atom + "updated")!.Value);
    }

    private static XElement Feed(Language language, params (Law Law, long Sequence, int Version)[] entries) => XElement.Parse(
        Encoding.UTF8.GetString(LawFeed.Write(
            [
                .. entries.Select(e => (
                    new ListedLaw(e.Law, "Arvenia"),
                    new RecordEvent(e.Sequence, EventType.LawPublished, LawCase.Now.AddHours(e.Sequence), e.Version, null, null))),
            ],
            language, Sample.Home, LawCase.Now)));
}
