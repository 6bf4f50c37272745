using System.Text;
using System.Xml;
using Hub.Intake.Files.Unpacking;
using Hub.Notices.Documents;
using Hub.Register.Text;

namespace Hub.Intake.Files.Text;

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

/// <summary>Takes out of a document what a reader of its pages sees.</summary>
public static class TextLayer
{
    /// <summary>Characters of a document at most; what is longer is read to there.</summary>
    public const int Most = 2_000_000;

    /// <summary>What is said where that was not all.</summary>
    public const string Part = "only the first 2,000,000 characters of its text are read";

    private const int FewestLetters = 10;

    /// <summary>The text in its usual form, and whether there is any.</summary>
    /// <param name="kind">What its bytes say it is.</param>
    /// <param name="content">Its bytes; they can be read from any place.</param>
    /// <param name="mail">Takes the text out of a mail.</param>
    public static DocumentText Read(DocumentKind kind, Stream content, Func<Stream, string> mail)
    {
        try
        {
            return Layer(kind, content, mail);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or RefusedFileException)
        {
            return DocumentText.Unreadable;
        }
    }

    private static DocumentText Layer(DocumentKind kind, Stream content, Func<Stream, string> mail) => kind switch
    {
        DocumentKind.Pdf => PdfText.Read(content) is { } pages
            ? Judged(pages.Text, pages.HasPictures, pages.Part)
            : DocumentText.Unreadable,
        DocumentKind.Docx => Judged(Joined(WordText.Read(content))),
        DocumentKind.Odt => Judged(Joined(OdtText.Read(content))),
        DocumentKind.Xlsx => Judged(Joined(SheetText.Read(content))),
        DocumentKind.Eml => Judged(mail(content)),
        DocumentKind.Txt or DocumentKind.Csv or DocumentKind.Json =>
            Judged(TextEncoding.Decode(Bytes.Head(content, Most)), part: PartOf(content)),
        DocumentKind.Png or DocumentKind.Jpeg or DocumentKind.Tiff => new(Legibility.Scan, ""),
    };

    private static string? PartOf(Stream content) => content.Length > Most ? Part : null;

    private static string Joined(IEnumerable<PageLine> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines.TakeWhile(_ => text.Length < Most))
            text.AppendJoin('\t', line.Cells).Append('\n');
        return text.ToString();
    }

    private static DocumentText Judged(string text, bool hasPictures = false, string? part = null)
    {
        part ??= text.Length >= Most ? Part : null;
        var usual = Usual(text.Length > Most ? text[..Most] : text);
        var damage = TextDamage.Of(usual);
        if (damage.Contains(Damage.RightToLeft))
            usual = ArabicOrder.Logical(usual);
        // A page number or a stamp beside a picture is no text layer.
        return usual.Count(char.IsLetter) >= FewestLetters ? new(Legibility.Text, usual, part) { Damage = damage }
            : hasPictures ? new(Legibility.Scan, "", part)
            : usual.Any(char.IsLetterOrDigit) ? new(Legibility.Text, usual, part) { Damage = damage }
            : new(Legibility.Blank, "", part);
    }

    private static string Usual(string text) => SafeText.Composed(SeenText.Of(text));
}
