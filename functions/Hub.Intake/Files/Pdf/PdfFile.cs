using Hub.Intake.Files.Unpacking;
using UglyToad.PdfPig;

namespace Hub.Intake.Files.Pdf;

/// <summary>Opens PDFs with PdfPig, which finds every object by the file's own tables; what it unpacks is counted.</summary>
internal static class PdfFile
{
    /// <summary>The file.</summary>
    public static PdfDocument Open(Stream content) => Open(content, new CountedFilters());

    /// <summary>The file, unpacked within a budget.</summary>
    public static PdfDocument Open(Stream content, CountedFilters filters) => PdfDocument.Open(
        Bytes.Of(content), new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = filters });
}
