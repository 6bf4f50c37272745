using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Layout;

/// <summary>A cell of a table, and the column it stands in.</summary>
internal sealed record Cell(Span Span, int Column);

/// <summary>A table in a text: rows of cells, drawn with bars, tabs or blanks.</summary>
internal sealed record Table(IReadOnlyList<IReadOnlyList<Cell>> Rows)
{
    /// <summary>Whether its first row says what stands in each column, and each other row is of one office.</summary>
    public bool IsTitled { get; init; }


    /// <summary>All of it.</summary>
    public Span Span => Rows[0][0].Span.With(Rows[^1][^1].Span);

    /// <summary>The cells of a column, from the top.</summary>
    public IEnumerable<Cell> Column(int column) => Rows.SelectMany(r => r).Where(c => c.Column == column);
}

/// <summary>Finds tables, and what their columns are for.</summary>
internal static partial class Tables
{
    private const int MostRows = 200;
    private const int LongestTitle = 40;

    /// <summary>The tables of a note with three columns or more, or with two under titles: a label and a value are no table.</summary>
    public static IReadOnlyList<Table> In(NoteText note)
    {
        var tables = new List<Table>();
        var rows = new List<List<Span>>();
        foreach (var line in Lines(note).Take(MostRows * 10))
        {
            if (Rule().IsMatch(note.Plain[line.Start..line.End]))
                continue;
            var cells = Cells(note, line);
            if (cells.Count > 1 && rows.Count < MostRows)
                rows.Add(cells);
            else if (cells.Count == 0 || (rows.Count > 0 && !IsRunOn(note, line)))
                Close(note, rows, tables);
        }
        Close(note, rows, tables);
        return tables;
    }

    /// <summary>What stands in columns for what was, where another says what will be.</summary>
    public static IReadOnlyList<Span> Old(NoteText note, IReadOnlyList<Table> tables) =>
    [
        .. from table in tables
           from column in OldColumns(note, table.Rows[0])
           from cell in table.Column(column)
           select cell.Span,
    ];

    /// <summary>The rows of tables in which the same office was and will be: they tell of no change.</summary>
    public static IReadOnlyList<Span> Same(NoteText note, IReadOnlyList<Table> tables, IReadOnlyCollection<Span> offices) =>
    [
        .. from table in tables
           let old = OldColumns(note, table.Rows[0])
           where old.Count == 1
           from row in table.Rows.Skip(1)
           let was = row.FirstOrDefault(c => c.Column == old[0])
           where was is not null && offices.Any(was.Span.Holds)
           where row.Any(c => c.Column > old[0] && note.Words(c.Span) == note.Words(was.Span))
           select row[0].Span.With(row[^1].Span),
    ];

    /// <summary>The columns for what was, by their titles; none where no other is for what will be.</summary>
    public static IReadOnlyList<int> OldColumns(NoteText note, IReadOnlyList<Cell> titles)
    {
        var (old, fresh) = (titles.Where(t => IsOld(note, t.Span)).ToList(), titles.Where(t => IsNew(note, t.Span)).ToList());
        // "Former" and "current": what is current now, not what the directory has.
        if (fresh.Count == 0 && old.Where(t => Present().IsMatch(note.Plain[t.Span.Start..t.Span.End])).ToList() is [var present])
            fresh = [present];
        return fresh.Count == 0 ? [] : [.. old.Except(fresh).Select(t => t.Column)];
    }

    private static bool IsOld(NoteText note, Span title) =>
        IsTitle(note, title, Concept.OldColumn) && !IsDated(note, title, Concept.Effective) || IsDated(note, title, Concept.LastWords);

    // "Until now" has a "now" in it, and is old.
    private static bool IsNew(NoteText note, Span title) =>
        !IsDated(note, title, Concept.LastWords)
        && (IsDated(note, title, Concept.Effective)
            || (IsTitle(note, title, Concept.NewColumn)
                && !note.All(Concept.OldColumn, title).Any(o => note.All(Concept.NewColumn, title).All(o.Holds))));

    private static bool IsTitle(NoteText note, Span span, Concept concept) =>
        span.Length < 40 && note.First(concept, span) is { } phrase && phrase.Start - span.Start < 16;

    // "Up to 31 March 2026", "as from 1 April 2026".
    private static bool IsDated(NoteText note, Span span, Concept concept) =>
        IsTitle(note, span, concept) && Year().IsMatch(note.Plain[span.Start..span.End]);

    // A row whose other cells are empty goes on with the one above.
    private static bool IsRunOn(NoteText note, Span line) => note.Plain.AsSpan(line.Start, line.Length).Count('|') > 1;

    private static void Close(NoteText note, List<List<Span>> rows, List<Table> tables)
    {
        if (rows.Count > 1 && (rows.Max(r => r.Count) > 2 || IsTitled(note, rows[0])))
            tables.Add(Aligned(note, rows) with { IsTitled = AreTitles(note, rows) });
        rows.Clear();
    }

    // Words without numbers and addresses, over rows that have some.
    private static bool AreTitles(NoteText note, List<List<Span>> rows) =>
        rows[0].Count > 2 && rows[0].All(c => c.Length < LongestTitle && !HasValue(note, c))
        && rows.Skip(1).All(r => r.Count >= rows[0].Count - 1 && r.Skip(1).Any(c => HasValue(note, c)));

    private static bool HasValue(NoteText note, Span cell) =>
        note.Plain.AsSpan(cell.Start, cell.Length).IndexOfAnyInRange('0', '9') >= 0
        || note.Plain.AsSpan(cell.Start, cell.Length).Contains('@');

    private static bool IsTitled(NoteText note, List<Span> row) =>
        OldColumns(note, [.. row.Select((s, i) => new Cell(s, i))]).Count > 0;

    // By bars and tabs a cell is the how manieth of its row, from the end: a row may lack its label. By blanks it is where it stands.
    private static Table Aligned(NoteText note, List<List<Span>> rows)
    {
        var isDrawn = note.Plain[rows[0][0].Start..rows[0][^1].End].AsSpan().IndexOfAny('|', '\t') >= 0;
        var most = rows.Max(r => r.Count);
        if (isDrawn)
            return new([.. rows.Select(r => r.Select((s, i) => new Cell(s, most - r.Count + i)).ToList())]);
        var starts = rows.Where(r => r.Count == most).SelectMany(r => r.Select((s, i) => (i, At: s.Start - note.LineAt(s.Start).Start)))
            .GroupBy(p => p.i, p => p.At).ToDictionary(g => g.Key, g => g.Min());
        int ColumnOf(Span s) => starts.MinBy(p => Math.Abs(p.Value - (s.Start - note.LineAt(s.Start).Start))).Key;
        return new([.. rows.Select(r => r.Select(s => new Cell(s, ColumnOf(s))).ToList())]);
    }

    private static IEnumerable<Span> Lines(NoteText note)
    {
        for (var at = note.Body.Start; at < note.Body.End;)
        {
            var line = note.LineAt(at);
            yield return Span.Between(at, Math.Min(line.End, note.Body.End));
            at = line.End + 1;
        }
    }

    private static List<Span> Cells(NoteText note, Span line)
    {
        var text = note.Plain[line.Start..line.End];
        var gaps = text.Count(c => c == '|') > 1 ? Bars() : text.Contains('\t', StringComparison.Ordinal) ? Tabs() : Gaps();
        var (cells, at) = (new List<Span>(), 0);
        foreach (Match gap in gaps.Matches(text))
        {
            Add(cells, line.Start, text, at, gap.Index);
            at = gap.Index + gap.Length;
        }
        Add(cells, line.Start, text, at, text.Length);
        return cells;
    }

    private static void Add(List<Span> cells, int offset, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            cells.Add(Span.Between(offset + start, offset + end));
    }

    [GeneratedRegex(@"^[\s|+=_\-:]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Rule();

    [GeneratedRegex(@"\s*\|\s*", RegexOptions.NonBacktracking)]
    private static partial Regex Bars();

    [GeneratedRegex(@"[ ]*\t[ \t]*", RegexOptions.NonBacktracking)]
    private static partial Regex Tabs();

    [GeneratedRegex(@"\b(?:current|present|actual|vigente|actuel|actuelle)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Present();

    [GeneratedRegex(@"\b20\d\d$")]
    private static partial Regex Year();

    [GeneratedRegex(@"[ ]{3,}", RegexOptions.NonBacktracking)]
    private static partial Regex Gaps();
}
