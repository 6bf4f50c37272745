using Hub.Pages.Editions.Pdf.Letters;
using Hub.Pages.Texts;
using Hub.Register.Json;
using PdfSharp.Pdf;

namespace Hub.Pages.Editions.Pdf;

/// <summary>An edition as PDF, from the same facts as the HTML. The same edition gives the same bytes.</summary>
internal static class EditionPdf
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "application/pdf";

    /// <summary>The whole directory.</summary>
    public static ReadOnlyMemory<byte> Directory(EditionParts parts, Labels labels) => Of(new DirectoryPdf(parts, labels));

    /// <summary>The changes since the edition before.</summary>
    public static ReadOnlyMemory<byte> Changes(EditionParts parts, Labels labels) => Of(new ChangesPdf(parts, labels));

    // Every page says how many there are, and the contents on which page a State stands: so it is all set twice, and printed once.
    private static ReadOnlyMemory<byte> Of(IPdfDocument of)
    {
        lock (PdfFonts.Gate)
        {
            var script = new PdfScript(of.Labels.Say("Edition.OtherScript", of.Html).ToText(of.Labels.RightToLeft), of.Labels.RightToLeft);
            var blank = new PdfFlow(new BlankPaper());
            of.Write(new(blank, script), []);
            using var document = Document(of);
            var printed = new PdfFlow(new PrintedPaper(
                document, EditionText.Running(of.Edition.Id, of.Labels), blank.Pages, of.Labels.RightToLeft));
            of.Write(new(printed, script), blank.Marks);
            printed.End();
            Shaper.Forget();
            return PdfIdentity.Save(document);
        }
    }

    private static PdfDocument Document(IPdfDocument of)
    {
        var document = new PdfDocument { Language = of.Labels.Language.Code(), PageMode = PdfPageMode.UseOutlines };
        document.ViewerPreferences.DisplayDocTitle = true;
        if (of.Labels.RightToLeft)
            document.ViewerPreferences.Direction = PdfReadingDirection.RightToLeft;
        document.Info.Title = $"{of.Title} – {EditionText.Number(of.Edition.Id, of.Labels).ToText(false)}";
        document.Info.Author = of.Labels["Edition.Author"];
        document.Info.CreationDate = document.Info.ModificationDate = of.Edition.CutOff.ToDateTime(default, DateTimeKind.Utc);
        return document;
    }
}
