using System.Text;
using System.Xml;
using Hub.Core.Documents.Inspection;

namespace Hub.Core.Documents.Text;

/// <summary>Reads the text layer of PDFs.</summary>
public interface IPdfReader
{
    /// <summary>The text of all pages, and whether there are pictures; null where the file cannot be read.</summary>
    PdfLayer? Read(Stream content);
}

/// <summary>What is on the pages of a PDF.</summary>
/// <param name="Text">Their text.</param>
/// <param name="HasPictures">Whether there are pictures on them.</param>
public sealed record PdfLayer(string Text, bool HasPictures);

/// <summary>What there is to read in a document.</summary>
public enum Legibility
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Pictures of text, which only a person can read.</summary>
    Scan,

    /// <summary>Nothing at all.</summary>
    Blank,

    /// <summary>It cannot be read.</summary>
    Unreadable,
}

/// <summary>Takes the text out of a document.</summary>
public static class TextLayer
{
    /// <summary>Characters of a document at most; what is longer is read to there.</summary>
    public const int Most = 2_000_000;

    /// <summary>What is said where that was not all.</summary>
    public const string Part = "only the first 2,000,000 characters of its text are read";

    private const int FewestLetters = 10;

    /// <summary>The text in its usual form (NFC), and whether there is any.</summary>
    public static (Legibility Legibility, string Text) Read(DocumentKind kind, Stream content, IPdfReader pdf)
    {
        try
        {
            return Layer(kind, content, pdf);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            return (Legibility.Unreadable, "");
        }
    }

    private static (Legibility, string) Layer(DocumentKind kind, Stream content, IPdfReader pdf) => kind switch
    {
        DocumentKind.Pdf => pdf.Read(content) is { } layer ? Judged(layer.Text, layer.HasPictures) : (Legibility.Unreadable, ""),
        DocumentKind.Docx or DocumentKind.Xlsx or DocumentKind.Odt => Judged(PackageText.Read(kind, content), false),
        DocumentKind.Txt or DocumentKind.Csv or DocumentKind.Json or DocumentKind.Eml => Judged(Plain(content), false),
        DocumentKind.Png or DocumentKind.Jpeg or DocumentKind.Tiff => (Legibility.Scan, ""),
    };

    /// <summary>Whether a text that was read is not all there is.</summary>
    public static bool IsPart(DocumentKind kind, Stream content, string text) => text.Length >= Most || (content.Length > Most
        && kind is DocumentKind.Txt or DocumentKind.Csv or DocumentKind.Json or DocumentKind.Eml);

    private static (Legibility, string) Judged(string text, bool hasPictures)
    {
        var usual = Usual(text);
        // A page number or a stamp beside a picture is no text layer.
        return usual.Count(char.IsLetter) >= FewestLetters ? (Legibility.Text, usual)
            : hasPictures ? (Legibility.Scan, "")
            : usual.Any(char.IsLetterOrDigit) ? (Legibility.Text, usual)
            : (Legibility.Blank, "");
    }

    // Half a surrogate pair cannot be normalised.
    private static string Usual(string text)
    {
        var whole = new UTF8Encoding(false).GetString(Encoding.UTF8.GetBytes(text.Length > Most ? text[..Most] : text));
        return whole.Normalize(NormalizationForm.FormC);
    }

    private static string Plain(Stream content) => TextEncoding.Decode(Bytes.Head(content, Most));
}
