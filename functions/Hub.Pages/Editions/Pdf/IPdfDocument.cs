using Hub.Delivery.Editions;
using Hub.Pages.Editions.Pdf.Letters;
using Hub.Pages.Texts;

namespace Hub.Pages.Editions.Pdf;

/// <summary>A document that is printed: what it is called, and what it says.</summary>
internal interface IPdfDocument
{
    /// <summary>The edition.</summary>
    Edition Edition { get; }

    /// <summary>The words of its language.</summary>
    Labels Labels { get; }

    /// <summary>The file that says the same in every script.</summary>
    string Html { get; }

    /// <summary>What it is.</summary>
    string Title { get; }

    /// <summary>Says it; the marks are the places that it had when it was said before, none the first time.</summary>
    void Write(PdfParts parts, IReadOnlyList<PdfMark> marks);
}

/// <summary>The head of a document: what it is, its edition, its day.</summary>
internal static class PdfHead
{
    public static void Write(PdfParts parts, IPdfDocument document)
    {
        var (edition, labels) = (document.Edition, document.Labels);
        parts.Flow.BeginPage();
        parts.Paragraph(labels["Edition.Title"], PdfStyle.Title);
        parts.Paragraph(EditionText.Number(edition.Id, labels), PdfStyle.Subtitle, 6);
        if (document.Title != labels["Edition.Title"])
            parts.Paragraph(document.Title, PdfStyle.Subtitle);
        parts.Line();
        parts.Paragraph(EditionText.CutOff(edition.CutOff, labels), PdfStyle.Text, 8);
        parts.Paragraph(EditionText.Sequence(edition.Sequence, labels), PdfStyle.Text);
    }

    /// <summary>How many things the document lacks, where it lacks any.</summary>
    public static void WriteLeftOut(PdfParts parts, int count, Labels labels)
    {
        if (EditionText.LeftOut(count, labels) is { } note)
            parts.Paragraph(note, PdfStyle.Restriction, 12);
    }
}
