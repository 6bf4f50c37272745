using System.Buffers;
using System.Text.RegularExpressions;
using Hub.Intake.Notes.Offices;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Layout;

/// <summary>Finds what stands behind labels on lines of their own: behind a colon, dots, a tab, or a gap.</summary>
internal static partial class Labels
{
    private const int Longest = 160;

    /// <summary>The offices under a label for a name, each with what stands under one for its institution.</summary>
    public static IReadOnlyList<OfficeName> Names(NoteText note, IReadOnlyList<Table> tables)
    {
        var names = new OfficeNames(note);
        var (found, parents) = (Values(note, Concept.NameLabel, tables), Values(note, Concept.ParentLabel, tables));
        if (found.Count == 0)
            found = Titles(note, tables);
        // "Office: …; Agency: …": the second is what the first is part of.
        if (found.Count == 2 && parents.Count == 0 && !tables.Any(t => t.IsTitled && t.Span.Holds(found[0]))
            && IsNextLine(note, found[0], found[1])
            && LabelOf(note, found[0]) != LabelOf(note, found[1]))
            (found, parents) = ([found[0]], [found[1]]);
        return
        [
            .. from value in found
               where value.Length is > 5 and < Longest && names.IsInstitution(value) && !IsLabel(note, value)
               let name = names.Whole(value)
               select name.Parent is null && Beside(note, value, parents, found) is { } parent
                   ? name with { Parent = new(note.Words(parent), parent, 0.85) }
                   : name,
        ];
    }

    /// <summary>The values behind a label; in a table one for each column.</summary>
    public static IReadOnlyList<Span> Values(NoteText note, Concept label, IReadOnlyList<Table> tables)
    {
        var found = new List<Span>();
        foreach (var span in note.Said.SelectMany(s => note.All(label, s)))
        {
            var line = note.LineAt(span.End - 1);
            if (line.Start > span.Start || !(Begin().IsMatch(note.Plain[line.Start..span.Start]) || IsTitle(tables, span)))
                continue;
            if (tables.Select(t => UnderTitle(note, t, span)).FirstOrDefault(c => c.Count > 0) is { } column)
                found.AddRange(column);
            else if (
                tables.Select(t => t.Rows.FirstOrDefault(r => r.Count > 2 && r[0].Span.Holds(span))).FirstOrDefault(r => r is not null) is
                { } row)
                found.AddRange(row.Skip(1).Select(c => c.Span));
            else if (Gap().Match(note.Plain, span.End, line.End - span.End) is { Success: true } gap)
                found.Add(Trimmed(note, Span.Between(gap.Index + gap.Length, line.End)));
        }
        return [.. found.Where(f => f.Length > 1).DistinctBy(f => f.Start)];
    }

    // "New authority" on a line of its own, and below it "Title: …".
    private static IReadOnlyList<Span> Titles(NoteText note, IReadOnlyList<Table> tables) =>
        note.All(Concept.Incoming, note.Body).Where(i => IsAlone(note, i)).Select(i => (Span?)i).FirstOrDefault() is { } heading
            ? [.. Values(note, Concept.TitleLabel, tables).Where(v => v.Start > heading.End).Take(1)]
            : [];

    private static bool IsAlone(NoteText note, Span words) => note.LineAt(words.Start) is var line
        && !note.Plain.AsSpan(line.Start, words.Start - line.Start).ContainsAnyExcept(Edges)
        && line.End >= words.End && !note.Plain.AsSpan(words.End, line.End - words.End).ContainsAnyExcept(Edges);

    private static readonly SearchValues<char> Edges = SearchValues.Create(" \t|:*•-_=~+#.");

    private static bool IsTitle(IReadOnlyList<Table> tables, Span label) =>
        tables.Any(t => t.IsTitled && t.Rows[0].Any(c => c.Span.Start == label.Start));

    // Under the title of a column: an office a row.
    private static IReadOnlyList<Span> UnderTitle(NoteText note, Table table, Span label) =>
        table.IsTitled && table.Rows[0].FirstOrDefault(c => c.Span.Start == label.Start && c.Span.Holds(label)) is { } title
            ? [.. table.Column(title.Column).Skip(1).Where(c => note.Plain[c.Span.Start] != '-').Select(c => c.Span)]
            : [];

    // The title of a column, not what stands in one.
    private static bool IsLabel(NoteText note, Span value) =>
        new[] { Concept.NameLabel, Concept.ParentLabel, Concept.CentralAuthority, Concept.CompetentAuthority }
            .Any(c => note.Lexicon[c].AtStart(note.Plain, value) == value.Length);

    private static bool IsNextLine(NoteText note, Span first, Span second) =>
        note.Plain.AsSpan(first.End, Math.Max(0, second.Start - first.End)).Count('\n') is 1 or 2;

    private static string LabelOf(NoteText note, Span value) =>
        note.Plain[note.LineAt(value.Start).Start..value.Start].Trim(' ', '\t', ':', '.', '|').ToUpperInvariant();

    // Of several, the parent in the same column, or the next one below.
    private static Span? Beside(NoteText note, Span value, IReadOnlyList<Span> parents, IReadOnlyList<Span> names)
    {
        if (parents.Count == 0)
            return null;
        if (parents.FirstOrDefault(p => note.LineAt(p.Start) == note.LineAt(value.Start)) is { Length: > 0 } sameRow)
            return sameRow;
        int ColumnOf(Span s) => s.Start - note.LineAt(s.Start).Start;
        // Side by side as the names are, or each below its own.
        return names.Count == 1 ? parents[0]
            : parents.DistinctBy(p => note.LineAt(p.Start)).Count() == 1 ? parents.MinBy(p => Math.Abs(ColumnOf(p) - ColumnOf(value)))
            : parents.Where(p => p.Start > value.End && !names.Any(n => n.Start > value.Start && n.Start < p.Start))
                .Select(p => (Span?)p).FirstOrDefault();
    }

    private static Span Trimmed(NoteText note, Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(note.Plain[start]))
            start++;
        while (end > start && (char.IsWhiteSpace(note.Plain[end - 1]) || note.Plain[end - 1] is '.' or ';' or ',' or '|'))
            end--;
        return Span.Between(start, end);
    }

    [GeneratedRegex(@"^[\s|*•·\-]{0,20}(?:\d{1,2}(?:\.\d{1,2})?[.)]?\s{0,4}|\(?(?:[A-Za-z]|[ivxIVX]{1,5}|\d{1,2})[.)]\s{1,8}|[A-Z]\d{1,2}[.)]?\s{1,4})?$", RegexOptions.NonBacktracking)]
    private static partial Regex Begin();

    [GeneratedRegex(@"\G(?:[ \t]{0,40}(?::|\.{2,80}|\||…)[ \t.:|]{0,80}|[ ]{0,4}\t[ \t]{0,40}|[ ]{3,60})(?=\S)")]
    private static partial Regex Gap();
}
