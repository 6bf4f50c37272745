using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Hub.Pages.Networks.Frame;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;

namespace Hub.Pages.Networks;

/// <summary>The latest changes of memberships as an Atom feed (RFC 4287): one entry for each notice that was approved.</summary>
internal sealed class ChangesFeed(NetworkDirectory directory, Labels labels, Uri home)
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/atom+xml; charset=utf-8";

    private const int MostEntries = 50;
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The document.</summary>
    public byte[] Write()
    {
        var entries = directory.Changes.Where(e => e.State is not null && e.Facts.Network is not null).GroupBy(e => e.Facts.NoticeId)
            .Select(g => g.OrderBy(e => e.Sequence).ToList()).OrderByDescending(g => g[^1].Sequence).Take(MostEntries).ToList();
        var updated = entries.Count > 0 ? entries[0][^1].Time : new(directory.Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var feed = new XElement(
            Atom + "feed", new XAttribute(XNamespace.Xml + "lang", labels.Language.Code()), Text("id", Id("membership-changes")),
            Text("title", labels["Net.Changes.Title"]), Text("updated", Time(updated)),
            new XElement(Atom + "author", Text("name", labels["Net.Site"])),
            Link("self", PageAddress.Feed(labels.Language), "application/atom+xml"),
            Link("alternate", Page(new PageAddress.Index()), "text/html"),
            entries.Select(Entry));
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true }))
            new XDocument(feed).Save(writer);
        return stream.ToArray();
    }

    private XElement Entry(IReadOnlyList<DirectoryEvent> events)
    {
        PageAddress about = events.Count == 1 ? new PageAddress.OfNetwork(events[0].Facts.Network!) : new PageAddress.Index();
        var title = events.Count == 1 ? Line(events[0]) : Plain(labels.Say("Net.Changes.Many", labels.Number(events.Count)));
        return new(
            Atom + "entry", Text("id", Id($"event-{events[^1].Sequence.ToString(CultureInfo.InvariantCulture)}")), Text("title", title),
            Text("updated", Time(events[^1].Time)), Link("alternate", Page(about), "text/html"),
            Text("content", string.Join('\n', events.Select(e => Dates(e) is { } dates ? $"{Line(e)}; {dates}" : Line(e)))));
    }

    private string Line(DirectoryEvent e) => Plain(labels.Say(
        "Net.Changes.One", directory.States[e.State!.Value].Name(labels.Language),
        directory.Find(e.Facts.Network!)?.Acronym ?? e.Facts.Network!,
        labels.Of(e.Facts.Role ?? MembershipRole.Member)));

    private string? Dates(DirectoryEvent e) => labels.Period(e.Facts.ValidFrom, e.Facts.ValidTo) is { } period ? Plain(period) : null;

    private string Plain(Phrase phrase) => phrase.ToText(labels.RightToLeft);

    private string Page(PageAddress page) => page.In(labels.Language);

    // A tag (RFC 4151), so that an entry stays the same wherever and in whatever language it is read.
    private string Id(string what) => $"tag:{home.Host},2026:{what}";

    private XElement Link(string relation, string path, string mediaType) => new(
        Atom + "link", new XAttribute("rel", relation), new XAttribute("href", new Uri(home, path).AbsoluteUri),
        new XAttribute("type", mediaType));

    private static XElement Text(string name, string value) => new(Atom + name, value);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
