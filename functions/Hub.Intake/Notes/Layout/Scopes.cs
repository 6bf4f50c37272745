using System.Text.RegularExpressions;
using Hub.Intake.Notes.Offices;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Layout;

/// <summary>Where a note speaks of each of several offices.</summary>
internal static partial class Scopes
{
    private const int Indent = 12;

    /// <summary>
    /// The note as it concerns each office: all of it where there is one; else its column, or what stands from its name to the next.
    /// </summary>
    public static IReadOnlyList<NoteText> Of(NoteText note, IReadOnlyList<OfficeName> offices, IReadOnlyList<Table> tables)
    {
        if (offices.Count == 1)
            return [note];
        if (tables.FirstOrDefault(t => offices.All(o => t.Span.Holds(o.Name.Span))) is { } table)
            return [.. offices.Select(o => note.Only(table.IsTitled ? InRow(table, o) : InColumn(table, o)))];
        var ordered = offices.OrderBy(o => o.Name.Span.Start).ToList();
        var shared = Shared(note, ordered).ToList();
        return [.. offices.Select(o => note.Only([.. shared, Stretch(note, ordered, o)]))];
    }

    private static IReadOnlyCollection<Span> InColumn(Table table, OfficeName office)
    {
        var column = table.Rows.SelectMany(r => r).First(c => c.Span.Holds(office.Name.Span)).Column;
        // With its label, which says what it is.
        return
        [
            .. table
                .Rows.SelectMany(r => r.Where((c, i) => (i == 0 && r.Count > 1 && c.Column == 0) || c.Column == column))
                .Select(c => c.Span),
        ];
    }

    private static IReadOnlyCollection<Span> InRow(Table table, OfficeName office) =>
        [.. table.Rows[0].Concat(table.Rows.First(r => r.Any(c => c.Span.Holds(office.Name.Span)))).Select(c => c.Span)];

    // From the line or sentence of its name to that of the next; of two in one sentence, from its name.
    private static Span Stretch(NoteText note, List<OfficeName> ordered, OfficeName office)
    {
        var i = ordered.IndexOf(office);
        var end = i + 1 < ordered.Count ? Begin(note, ordered, i + 1) : note.Body.End;
        return Span.Between(Begin(note, ordered, i), Math.Max(end, office.Span.End));
    }

    private static int Begin(NoteText note, List<OfficeName> ordered, int i)
    {
        var start = ordered[i].Name.Span.Start;
        var line = note.LineAt(start);
        // An item of a list is of its office from its number on: "2. Article 18. The Branch …".
        var begin = Item().IsMatch(note.Plain[line.Start..start]) ? line.Start : Math.Max(line.Start, note.SentenceAt(start).Start);
        // "II. Transfer of sentenced persons (article 17)" above its name.
        if (begin - line.Start < Indent && Headings.Above(note, line.Start) is { } heading && !ordered.Any(o => heading.Holds(o.Name.Span)))
            return heading.Start;
        // "(a) For article 16" on the line above its label.
        if (IsLabelled(note, line.Start, start) && Paragraph(note, line.Start) is var top
            && !ordered.Take(i).Any(o => o.Span.End > top))
            return top;
        return i > 0 && ordered[i - 1].Span.Start >= begin ? start : begin;
    }

    private static bool IsLabelled(NoteText note, int line, int name) =>
        Label().IsMatch(note.Plain[line..name]);

    // Where its paragraph begins.
    private static int Paragraph(NoteText note, int index)
    {
        for (var at = index; at > note.Body.Start; at = note.LineAt(at - 1).Start)
            if (note.LineAt(at - 1) is var above && note.Plain.AsSpan(above.Start, above.Length).IsWhiteSpace())
                return at;
        return note.Body.Start;
    }

    // "Both have acted since 1 June. Requests are made in English.": with the rest of its paragraph, what is said of them all.
    private static IEnumerable<Span> Shared(NoteText note, List<OfficeName> ordered)
    {
        var end = 0;
        foreach (var sentence in note.Sentences(note.Body))
        {
            if (ordered.Any(o => sentence.Start < o.Name.Span.End && o.Name.Span.Start < sentence.End))
                end = 0;
            else if (note.Has(Concept.Both, sentence))
                end = note.Plain.IndexOf("\n\n", Math.Max(0, sentence.End - 1), StringComparison.Ordinal) is >= 0 and var at ? at : note.Body.End;
            if (end > 0 && sentence.Start < end)
                yield return sentence;
        }
    }

    [GeneratedRegex(@"(?::|\.{3,80}|…|\t|[ ]{3,60})[\s.:]{0,60}$")]
    private static partial Regex Label();

    [GeneratedRegex(@"^\s{0,12}(?:\d{1,2}[.)]|[a-z][.)]|\([a-z\d]\)|[IVX]{1,4}\.|[-•*])\s", RegexOptions.IgnoreCase)]
    private static partial Regex Item();
}
