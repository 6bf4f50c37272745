using System.Text;
using Hub.Intake.Files.Pdf;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Hub.Intake.Files.Text;

/// <summary>Reads the text layer of PDFs with PdfPig.</summary>
internal static class PdfText
{
    private const int MostPages = 500;

    /// <summary>What is on the pages; null where the file cannot be read.</summary>
    public static (string Text, bool HasPictures, string? Part)? Read(Stream content)
    {
        try
        {
            return Pages(content);
        }
        // Whatever a library makes of a stranger's file, to the hub it is a file that cannot be read.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static (string, bool, string?) Pages(Stream content)
    {
        using var document = PdfFile.Open(content);
        var (text, hasPictures) = (new StringBuilder(), false);
        foreach (var page in document.GetPages().Take(MostPages).TakeWhile(_ => text.Length <= TextLayer.Most))
        {
            text.Append(ContentOrderTextExtractor.GetText(page)).Append('\n');
            hasPictures |= page.GetImages().Any();
        }
        var part = document.NumberOfPages > MostPages && text.Length <= TextLayer.Most
            ? $"only the first {MostPages} of its {document.NumberOfPages} pages are read"
            : null;
        return (text.ToString(), hasPictures, part);
    }
}
