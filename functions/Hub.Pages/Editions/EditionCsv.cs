using Hub.Core.Editions;
using Hub.Core.States;
using Hub.Pages.Rendering;
using Hub.Pages.Texts;

namespace Hub.Pages.Editions;

/// <summary>An edition as tables for programs, in English words.</summary>
internal static class EditionCsv
{
    /// <summary>Its media type.</summary>
    public const string MediaType = CsvTable.MediaType;

    private static readonly Labels English = new(Language.English);

    /// <summary>One row an authority.</summary>
    public static byte[] Directory(Edition edition)
    {
        var facts = new AuthorityFacts(English, edition.CutOff);
        var rows = from state in edition.States
                   from authority in state.Authorities
                   select (string[])
                   [
                       state.State.Value, state.Name(Language.English), authority.RecordId, authority.Restricted.NameIn("en"),
                       .. AuthorityFacts.Fields.Select(f => Text(facts.Values(f, authority))),
                   ];
        var names = AuthorityFacts.Fields.Select(f => f == "authorityName" ? "otherNames" : f);
        return CsvTable.Write(["state", "stateName", "recordId", "name", .. names], rows);
    }

    /// <summary>One row a field that changed.</summary>
    public static byte[] Changes(Edition edition, EditionChanges changes)
    {
        var rows = from state in ChangeTable.Of(edition, changes, English)
                   from change in state.Changes
                   from row in change.Rows
                   select (string[])[state.State, change.Headline.ToText(false), row.Label, Text(row.Before), Text(row.After)];
        return CsvTable.Write(["state", "change", "field", "before", "after"], rows);
    }

    /// <summary>Lines as one text.</summary>
    public static string Text(IEnumerable<Phrase> lines) => string.Join('\n', lines.Select(l => l.ToText(false)));
}
