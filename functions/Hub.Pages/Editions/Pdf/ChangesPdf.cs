using Hub.Core.Editions;
using Hub.Core.Json;
using Hub.Pages.Texts;

namespace Hub.Pages.Editions.Pdf;

/// <summary>The changes since the edition before; an addendum is nothing else.</summary>
/// <param name="edition">The edition.</param>
/// <param name="changes">What changed.</param>
/// <param name="labels">The words of its language.</param>
internal sealed class ChangesPdf(Edition edition, EditionChanges changes, Labels labels) : IPdfDocument
{
    private readonly IReadOnlyList<StateChanges> _changes = ChangeTable.Of(edition, changes, labels);

    public Edition Edition => edition;

    public Labels Labels => labels;

    public string Html => $"changes.{labels.Language.Code()}.html";

    public string Title => EditionText.Since(changes.Previous, labels)?.ToText(false) ?? labels["Edition.Change"];

    public void Write(PdfParts parts, IReadOnlyList<PdfMark> marks)
    {
        PdfHead.Write(parts, this);
        parts.Paragraph(labels["Edition.Restricted"], PdfStyle.Restriction, 12);
        if (changes.Previous is null)
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
