using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Hub.Pages.Laws.Frame;
using Hub.Pages.Laws.Lists;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Laws;
using Hub.Register.Lookup;
using Hub.Register.Problems;
using Hub.Register.States;

namespace Hub.Pages.Laws;

/// <summary>What came into the library as an Atom feed (RFC 4287): one entry for each version.</summary>
public static class LawFeed
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/atom+xml; charset=utf-8";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>The document.</summary>
    /// <param name="entries">What came in, the newest first: the law as it is now, and what happened.</param>
    /// <param name="language">The language of its words.</param>
    /// <param name="home">Where the site is.</param>
    /// <param name="now">The time, which is the feed's as long as nothing has come in.</param>
    public static byte[] Write(IReadOnlyList<(ListedLaw Law, RecordEvent Event)> entries, Language language, Uri home, DateTimeOffset now)
    {
        var labels = new Labels(language);
        var updated = entries.Count > 0 ? entries[0].Event.Time : new(now.UtcDateTime.Date, TimeSpan.Zero);
        var feed = new XElement(
            Atom + "feed", new XAttribute(XNamespace.Xml + "lang", language.Code()), Text("id", Id(home, "laws")),
            Text("title", labels["Laws.Feed"]), Text("updated", Time(updated)), new XElement(Atom + "author", Text("name", labels["Net.Site"])),
            Link("self", new(home, LawAddress.Feed), "application/atom+xml"), Link("alternate", new(home, LawAddress.Home), "text/html"),
            entries.Select(e => Entry(e.Law, e.Event, labels, home)));
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true }))
            new XDocument(feed).Save(writer);
        return stream.ToArray();
    }

    private static XElement Entry(ListedLaw listed, RecordEvent happened, Labels labels, Uri home)
    {
        var (law, version) = (listed.Law, happened.Version ?? listed.Law.Version);
        var title = labels.Say(
            version == 1 ? "Laws.Feed.New" : "Laws.Feed.Version", listed.StateName, LawTitle.Of(law, labels.Language).Text,
            labels.Number(version));
        return new(
            Atom + "entry", Text("id", Id(home, string.Create(CultureInfo.InvariantCulture, $"event-{happened.Sequence}"))),
            Text("title", title.ToText(labels.RightToLeft)), Text("updated", Time(happened.Time)),
            Link("alternate", new(home, LawAddress.Of(law.LawId, version)), "text/html"),
            Text("content", Content(law, labels)));
    }

    private static string Content(Law law, Labels labels) => Phrase.Join(
        labels["List.Long"],
        [
            law.TitleOriginal, labels.Of(law.Type), labels.Of(law.Source),
            .. law.Provisions.SelectMany(p => p.Articles).Distinct().Select(new LawFacts(labels).Article),
        ]).ToText(labels.RightToLeft);

    // A tag (RFC 4151), so that an entry stays the same wherever and in whatever language it is read.
    private static string Id(Uri home, string what) => $"tag:{home.Host},2026:{what}";

    private static XElement Link(string relation, Uri address, string mediaType) => new(
        Atom + "link", new XAttribute("rel", relation), new XAttribute("href", address.AbsoluteUri), new XAttribute("type", mediaType));

    private static XElement Text(string name, string value) => new(Atom + name, WritableText.Of(value));

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
