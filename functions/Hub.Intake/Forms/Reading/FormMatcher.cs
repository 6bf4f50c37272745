using System.Text.RegularExpressions;
using Hub.Notices;
using Hub.Register.States;

namespace Hub.Intake.Forms.Reading;

/// <summary>What is written in a field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Text">What is written.</param>
/// <param name="Place">Where.</param>
internal sealed record FilledField(FormField Field, string Text, FormPlace Place);

/// <summary>Finds the fields of the form among the lines of a file: by their codes, or by their labels in any language.</summary>
internal sealed partial class FormMatcher
{
    private const int LongestLabel = 200;
    private readonly List<FilledField> _filled = [];
    private readonly HashSet<FormField> _found = [];
    private readonly List<FormCell> _unknown = [];
    private readonly int[] _languages = new int[Enum.GetValues<Language>().Length];

    /// <summary>Matches the lines of a file; where a sheet of a workbook says that it is the form, the others are not.</summary>
    public FormMatcher(IReadOnlyList<FormLine> lines)
    {
        var marked = lines.SelectMany(l => l.Cells.Where(IsMark).Select(c => (l.Group, Text: c.Text.Trim('"')))).ToList();
        Marks = [.. marked.Select(m => m.Text).Distinct()];
        foreach (var line in lines.Where(l => marked.Count == 0 || marked.Any(m => m.Group == l.Group)))
            Match(line.Cells);
    }

    /// <summary>What the file says that it is.</summary>
    public IReadOnlyList<string> Marks { get; }

    /// <summary>The fields in which something is written.</summary>
    public IReadOnlyList<FilledField> Filled => _filled;

    /// <summary>The fields that are there, filled or empty.</summary>
    public IReadOnlySet<FormField> Found => _found;

    /// <summary>Labels of lines that hold something, and are no field's.</summary>
    public IReadOnlyList<FormCell> Unknown => _unknown;

    /// <summary>The language that most labels are in.</summary>
    public Language Language => (Language)Array.IndexOf(_languages, _languages.Max());

    private void Match(IReadOnlyList<FormCell> cells)
    {
        var first = cells.TakeWhile(c => c.IsEmpty).Count();
        if (first == cells.Count || IsHeading(cells[first].Text))
            return;
        if (DesignationForm.Find(cells[first].Text) is { } coded)
            Fill(coded, cells.Skip(first + 1).ToList(), labels: 1);
        else if (FormTexts.Find(cells[first].Text) is var (field, language))
            Fill(field, [new("", cells[first].Place), .. cells.Skip(first + 1)], labels: 1, language);
        else if (cells.Skip(first + 1).Any(c => !c.IsEmpty) && cells[first].Text.Length <= LongestLabel
            && !FormTexts.IsFurniture(cells[first].Text) && !cells.Any(IsMark))
            Miss(cells, first);
    }

    // A row of a form whose number was spoilt still has its label.
    private void Miss(IReadOnlyList<FormCell> cells, int first)
    {
        if (FormTexts.Find(cells[first + 1].Text) is var (field, language))
            Fill(field, cells.Skip(first + 1).ToList(), labels: 1, language);
        else if (cells.Count > first + 1)
            _unknown.Add(Code().IsMatch(cells[first].Text)
                ? cells[first] with { Text = $"{cells[first].Text} {cells[first + 1].Text}".Trim() }
                : cells[first]);
    }

    private void Fill(FormField field, IReadOnlyList<FormCell> cells, int labels, Language? language = null)
    {
        if ((language ?? (cells.Count > 0 ? FormTexts.Find(cells[0].Text)?.Language : null)) is { } known)
            _languages[(int)known]++;
        _found.Add(field);
        _filled.AddRange(cells.Skip(labels).Where((c, i) => !c.IsEmpty && !(i == 0 && FormTexts.IsHint(field, c.Text)))
            .Select(c => new FilledField(field, c.Text, c.Place)));
    }

    // Programs that take a byte order mark for a letter leave the first cell its quotation marks.
    private static bool IsMark(FormCell cell) => FormMark().IsMatch(cell.Text.Trim('"'));

    private static bool IsHeading(string text) => text.Length == 1 && DesignationForm.Sections.Contains(char.ToUpperInvariant(text[0]));

    [GeneratedRegex(@"^designation/\d{1,4}$", RegexOptions.NonBacktracking)]
    private static partial Regex FormMark();

    [GeneratedRegex(@"^[A-Za-z]\d{1,3}$", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
