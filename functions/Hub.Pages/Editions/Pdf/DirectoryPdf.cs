using Hub.Delivery.Editions;
using Hub.Pages.Editions.Pdf.Letters;
using Hub.Pages.Texts;
using Hub.Register.Json;

namespace Hub.Pages.Editions.Pdf;

/// <summary>The directory: contents, changes, and every State once, in the language's own order.</summary>
/// <param name="of">The edition, and what changed since the one before.</param>
/// <param name="labels">The words of its language.</param>
internal sealed class DirectoryPdf(EditionParts of, Labels labels) : IPdfDocument
{
    private readonly AuthorityFacts _facts = new(labels, of.Edition.CutOff);
    private readonly IReadOnlyList<EditionState> _states = [.. of.Edition.StatesIn(labels.Language)];
    private readonly IReadOnlyList<StateChanges> _changes = ChangeTable.Of(of.Edition, of.Changes, labels);
    private readonly Phrase? _since = EditionText.Since(of.Edition.Previous, labels);

    public Edition Edition => of.Edition;

    public Labels Labels => labels;

    public string Html => $"directory.{labels.Language.Code()}.html";

    public string Title => labels["Edition.Title"];

    public void Write(PdfParts parts, IReadOnlyList<PdfMark> marks)
    {
        PdfHead.Write(parts, this);
        parts.Paragraph(EditionText.Counts(of.Edition.Authorities(), of.Edition.StatesWithAuthorities(), labels), PdfStyle.Text);
        if (EditionText.Replaces(of.Edition, labels) is { } replaces)
            parts.Paragraph(replaces, PdfStyle.Text);
        PdfHead.WriteLeftOut(parts, of.LeftOut, labels);
        parts.Paragraph(labels["Edition.Restricted"], PdfStyle.Restriction, 12);
        parts.Paragraph(labels["Edition.AsGiven"], PdfStyle.Text, 12);
        WriteUse(parts);
        marks = marks.Count > 0 ? marks : [.. Titles().Select(t => new PdfMark(t))];
        WriteContents(parts, marks);
        if (_since is not null)
            WriteChanges(parts, _since);
        var places = _states.Zip(marks.TakeLast(_states.Count)).ToDictionary(p => p.First.State, p => p.Second);
        WriteIndex(parts, row => places[row.State.State]);
        WriteDayAndNight(parts, row => places[row.State.State]);
        for (var n = 0; n < _states.Count; n++)
            WriteState(parts, _states[n], n == 0);
    }

    private IEnumerable<string> Titles() =>
        (_since is null ? Enumerable.Empty<string>() : [_since.ToText(false)])
            .Concat([labels["Edition.Index"], labels["Edition.DayAndNight"]]).Concat(_states.Select(s => s.Name(labels.Language)));

    private void WriteUse(PdfParts parts)
    {
        parts.Heading(labels["Edition.Use"], isMarked: false);
        foreach (var paragraph in EditionIndex.Use(labels))
            parts.Paragraph(paragraph, PdfStyle.Text, 6);
    }

    private void WriteContents(PdfParts parts, IReadOnlyList<PdfMark> marks)
    {
        parts.Flow.Running = labels["Edition.Contents"];
        parts.Flow.BeginPage();
        parts.Heading(labels["Edition.Contents"], isMarked: false);
        foreach (var mark in marks)
            parts.Entry(mark);
    }

    private void WriteChanges(PdfParts parts, Phrase since)
    {
        parts.Flow.Running = since.ToText(false);
        parts.Flow.BeginPage();
        parts.Heading(since, isMarked: true);
        ChangesPdf.Write(parts, _changes, labels, (p, state) => p.Subheading(state));
    }

    private void WriteIndex(PdfParts parts, Func<IndexRow, PdfMark> place)
    {
        Begin(parts, labels["Edition.Index"]);
        foreach (var section in EditionIndex.ByMatter(of.Edition, labels))
        {
            parts.Subheading(section.Title);
            WriteRows(parts, section.Rows, place);
        }
    }

    private void WriteDayAndNight(PdfParts parts, Func<IndexRow, PdfMark> place)
    {
        Begin(parts, labels["Edition.DayAndNight"]);
        var rows = EditionIndex.DayAndNight(of.Edition, labels);
        if (rows.Count == 0)
            parts.Paragraph(labels["Edition.DayAndNight.None"], PdfStyle.Text);
        WriteRows(parts, rows, place);
    }

    private void WriteRows(PdfParts parts, IEnumerable<IndexRow> rows, Func<IndexRow, PdfMark> place)
    {
        foreach (var row in rows)
            parts.Entry(Phrase.Join(labels["List.Long"], [row.State.Name(labels.Language), row.Says]), PdfStyle.Text, place(row));
    }

    private static void Begin(PdfParts parts, string title)
    {
        parts.Flow.Running = title;
        parts.Flow.BeginPage();
        parts.Heading(title, isMarked: true);
    }

    private void WriteState(PdfParts parts, EditionState state, bool isFirst)
    {
        parts.Flow.Running = state.Name(labels.Language);
        if (isFirst)
            parts.Flow.BeginPage();
        parts.Heading(state.Name(labels.Language), isMarked: true);
        parts.Facts(StateFactsText.Of(state, labels));
        if (EditionText.Note(state, labels) is { } note)
            parts.Paragraph(note, PdfStyle.Text);
        foreach (var authority in EditionText.Sorted(state, labels))
        {
            parts.Subheading(authority.Restricted.NameIn(labels.Language.Code()));
            parts.Facts(_facts.Of(authority));
        }
    }
}
