using Hub.Pages.Texts;
using Hub.Register.Laws;

namespace Hub.Pages.Laws;

/// <summary>What a law says of itself, field by field, in the words of a language.</summary>
internal sealed class LawFacts(Labels labels)
{
    /// <summary>The fields, in the order in which they are read.</summary>
    public static IReadOnlyList<string> Fields { get; } =
    [
        "titleOriginal", "language", "titles", "shortTitle", "number", "type", "jurisdiction", "status", "dates", "repealedBy", "citation",
        "officialUrl", "archiveUrl", "hostOffice", "languages", "relations", "provisions", "furnishedUnder", "useForRequests", "listed",
    ];

    /// <summary>The word for a field.</summary>
    public string Label(string field) => labels[$"Law.{field}"];

    /// <summary>What stands in a field; nothing where it is empty.</summary>
    public IReadOnlyList<Phrase> Values(string field, LawContent? law) => law is null ? [] : field switch
    {
        "titleOriginal" => [law.TitleOriginal],
        "language" => [LanguageNames.Of(law.Language, labels.Language)],
        "titles" => [.. (law.Titles ?? new Dictionary<string, string>()).Select(t => Named(LanguageNames.Of(t.Key, labels.Language), t.Value))],
        "shortTitle" => One(law.ShortTitle),
        "number" => One(law.Number),
        "type" => [labels.Of(law.Type)],
        "jurisdiction" => One(law.Jurisdiction),
        "status" => [labels.Of(law.Status)],
        "dates" => Dates(law.Dates),
        "repealedBy" => One(law.RepealedBy == LawContent.NoSuccessor ? labels["Law.NoSuccessor"] : law.RepealedBy),
        "citation" => One(law.Citation),
        "officialUrl" => One(law.OfficialUrl),
        "archiveUrl" => One(law.ArchiveUrl),
        "hostOffice" => One(law.HostOffice),
        "languages" => [.. law.Languages.Select(Text)],
        "relations" => [.. (law.Relations ?? []).Select(r => Named(labels.Of(r.Kind), r.Law))],
        "provisions" => [.. law.Provisions.SelectMany(Provision)],
        "furnishedUnder" => [.. (law.FurnishedUnder ?? []).Select(Article)],
        "useForRequests" => [labels[law.UseForRequests ? "Law.Yes" : "Law.No"]],
        "listed" => [labels[law.Listed ? "Law.Yes" : "Law.No"]],
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A law has no such field."),
    };

    /// <summary>An article, in words.</summary>
    public Phrase Article(ArticleRef article) => labels.Say("Law.Article", labels.Of(article.Instrument), $"{article.Article}{Paragraph(article)}");

    // A paragraph of article 6 is 6(2)(d), whether it was written with brackets or without.
    private static string Paragraph(ArticleRef article) => article.Paragraph switch
    {
        null => "",
        ['(', ..] => article.Paragraph,
        var text when text.IndexOf('(', StringComparison.Ordinal) is > 0 and var at => $"({text[..at]}){text[at..]}",
        var text => $"({text})",
    };

    private IReadOnlyList<Phrase> Dates(LawDates dates) =>
    [
        .. new[]
        {
            ("adopted", dates.Adopted), ("published", dates.Published), ("inForce", dates.InForce), ("lastAmended", dates.LastAmended),
            ("repealed", dates.Repealed),
        }.Where(d => d.Item2 is not null).Select(d => Named(labels[$"Law.{d.Item1}"], labels.Day(d.Item2!.Value))),
    ];

    private Phrase Text(LawText text)
    {
        var language = Named(LanguageNames.Of(text.Language, labels.Language), labels.Of(text.Kind));
        var (from, by) = (text.TranslatedFrom is { } tag ? LanguageNames.Of(tag, labels.Language) : null, text.By);
        IEnumerable<Phrase> whose = (from, by) is ({ } known, { } office) ? [labels.Say("Law.Translated", language, known, office)]
            : [language, .. new[] { from, by }.OfType<string>().Select(t => (Phrase)t)];
        return Phrase.Join(labels["List.Long"],
        [
            .. whose, .. text.Date is { } day ? [labels.Day(day)] : Array.Empty<Phrase>(),
            .. text.Prevails is { } prevails ? [Named(labels["Edit.law.prevails"], labels[prevails ? "Law.Yes" : "Law.No"])] : Array.Empty<Phrase>(),
            .. text.Url is { } url ? [(Phrase)url] : Array.Empty<Phrase>(),
        ]);
    }

    // What a provision is about goes with it: its articles, its topics, its text and translations, each on a line of its own.
    private IEnumerable<Phrase> Provision(Provision provision)
    {
        var name = provision.Label == Hub.Register.Laws.Provision.Whole ? labels["Law.Whole"] : provision.Label;
        var about = provision.Articles.Select(Article)
            .Concat((provision.Topics ?? []).Select(t => (Phrase)labels.Of(t)))
            .Concat((provision.CrimeTypes ?? []).Select(c => (Phrase)labels.Of(c)));
        yield return labels.Say(
            "Law.Provision", provision.Heading is { } heading ? $"{name}, {heading}" : name, Phrase.Join(labels["List.Long"], about));
        foreach (var text in new[] { provision.Extract, provision.Note }.OfType<string>())
            yield return text;
        foreach (var (tag, text) in provision.ExtractTranslated ?? new Dictionary<string, string>())
            yield return Named(LanguageNames.Of(tag, labels.Language), text);
    }

    private Phrase Named(string name, Phrase value) => labels.Say("Law.Provision", name, value);

    private static IReadOnlyList<Phrase> One(string? text) => text is null ? [] : [text];
}
