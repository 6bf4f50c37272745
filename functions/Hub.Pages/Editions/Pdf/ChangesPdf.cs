using Hub.Delivery.Editions;
using Hub.Pages.Editions.Pdf.Letters;
using Hub.Pages.Texts;
using Hub.Register.Json;

namespace Hub.Pages.Editions.Pdf;

/// <summary>The changes since the edition before; an addendum is nothing else.</summary>
/// <param name="of">The edition, and what changed since the one before.</param>
/// <param name="labels">The words of its language.</param>
internal sealed class ChangesPdf(EditionParts of, Labels labels) : IPdfDocument
{
    private readonly IReadOnlyList<StateChanges> _changes = ChangeTable.Of(of.Edition, of.Changes, labels);

    public Edition Edition => of.Edition;

    public Labels Labels => labels;

    public string Html => $"changes.{labels.Language.Code()}.html";

    public string Title => EditionText.Since(of.Changes.Previous, labels)?.ToText(false) ?? labels["Edition.Change"];

    public void Write(PdfParts parts, IReadOnlyList<PdfMark> marks)
    {
        PdfHead.Write(parts, this);
        PdfHead.WriteLeftOut(parts, of.LeftOut, labels);
        parts.Paragraph(labels["Edition.Restricted"], PdfStyle.Restriction, 12);
        if (of.Changes.Previous is null)
            parts.Paragraph(labels["Edition.Changes.First"], PdfStyle.Text, 12);
        else
            Write(parts, _changes, labels, (p, state) => p.Heading(state, isMarked: true));
    }

    /// <summary>What changed, State by State, with the values before and now.</summary>
    public static void Write(PdfParts parts, IReadOnlyList<StateChanges> changes, Labels labels, Action<PdfParts, string> heading)
    {
        var head = new ChangeRow(labels["Edition.Field"], [labels["Edition.Before"]], [labels["Edition.After"]]);
        if (changes.Count == 0)
            parts.Paragraph(labels["Edition.Changes.None"], PdfStyle.Text, 12);
        foreach (var state in changes)
        {
            heading(parts, state.State);
            foreach (var change in state.Changes)
                parts.Table(change.Headline, head, change.Rows);
        }
    }
}
