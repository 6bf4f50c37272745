using System.Text;
using Hub.Core.Editions;
using Hub.Core.States;
using Hub.Pages.Texts;

namespace Hub.Pages.Editions;

/// <summary>Tables for programs: RFC 4180, UTF-8, in English words; several values in a field stand on lines of their own.</summary>
internal static class EditionCsv
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "text/csv; charset=utf-8; header=present";

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
        return Write(["state", "stateName", "recordId", "name", .. names], rows);
    }

    /// <summary>One row a field that changed.</summary>
    public static byte[] Changes(Edition edition, EditionChanges changes)
    {
        var rows = from state in ChangeTable.Of(edition, changes, English)
                   from change in state.Changes
                   from row in change.Rows
                   select (string[])[state.State, change.Headline.ToText(false), row.Label, Text(row.Before), Text(row.After)];
        return Write(["state", "change", "field", "before", "after"], rows);
    }

    /// <summary>Lines as one text.</summary>
    public static string Text(IEnumerable<Phrase> lines) => string.Join('\n', lines.Select(l => l.ToText(false)));

    /// <summary>A table, its head first.</summary>
    public static byte[] Write(IEnumerable<string> head, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend([.. head]))
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    // A spreadsheet takes what begins like this for a formula; what a State wrote must never be one. Telephone numbers begin with + and
    // a digit.
    private static string Cell(string value)
    {
        var risky = value is ['=' or '@' or '\t' or '\r', ..] or ['+' or '-', not (>= '0' and <= '9'), ..];
        return $"\"{(risky ? "'" : "")}{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
