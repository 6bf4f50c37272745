using Hub.Pages.Rendering;
using Hub.Pages.Texts;
using Hub.Register.States;

namespace Hub.Pages.Editions.Rendering;

/// <summary>An edition as tables for programs, in English words.</summary>
internal static class EditionCsv
{
    /// <summary>Its media type.</summary>
    public const string MediaType = CsvTable.MediaType;

    private static readonly Labels English = new(Language.English);

    /// <summary>One row an authority.</summary>
    public static byte[] Directory(EditionParts parts)
    {
        var edition = parts.Edition;
        var facts = new AuthorityFacts(English, edition.CutOff);
        var rows = from state in edition.States
                   from authority in state.Authorities
                   select (string[])
                   [
                       state.State.Value, state.Name(Language.English), authority.RecordId, authority.Restricted.NameIn("en"),
                       .. AuthorityFacts.Fields.Select(f => Text(facts.Values(f, authority))),
                   ];
        var names = AuthorityFacts.Fields.Select(f => f == "authorityName" ? "otherNames" : f);
        return Write(["state", "stateName", "recordId", "name", .. names], rows, parts);
    }

    /// <summary>One row a field that changed.</summary>
    public static byte[] Changes(EditionParts parts)
    {
        var rows = from state in ChangeTable.Of(parts.Edition, parts.Changes, English)
                   from change in state.Changes
                   from row in change.Rows
                   select (string[])[state.State, change.Headline.ToText(false), row.Label, Text(row.Before), Text(row.After)];
        return Write(["state", "change", "field", "before", "after"], rows, parts);
    }

    // What is left out is said in a row of its own, below the head: whoever takes it for an authority sees at once that it is none.
    private static byte[] Write(string[] head, IEnumerable<string[]> rows, EditionParts parts) => CsvTable.Write(
        head,
        EditionText.LeftOut(parts.LeftOut, English) is { } note
            ? rows.Prepend([note.ToText(false), .. Enumerable.Repeat("", head.Length - 1)])
            : rows);

    /// <summary>Lines as one text.</summary>
    public static string Text(IEnumerable<Phrase> lines) => string.Join('\n', lines.Select(l => l.ToText(false)));
}
