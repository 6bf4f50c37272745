using Hub.Core.Correspondence.Kinds;
using Hub.Core.Correspondence.Mails;
using Hub.Core.Documents;
using Hub.Core.Documents.Inspection;
using Hub.Core.Documents.Text;
using Hub.Core.Forms.Designations;

namespace Hub.Core.Correspondence.Notes;

/// <summary>A text that a mail brings.</summary>
/// <param name="Text">The text; empty where a form has none of its own.</param>
/// <param name="File">The file it is in; null for the mail's own.</param>
/// <param name="Subject">The subject of the mail it came in.</param>
/// <param name="Form">The designation form it is.</param>
internal sealed record MailText(string Text, string? File, string Subject, DesignationReading Form);

/// <summary>Gathers the texts of a mail: its own, those of mails passed on, those of its files.</summary>
internal static class MailTexts
{
    private const int MostFiles = 20;
    private const int MostTexts = 40;
    private const int MostCharacters = 400_000;

    /// <summary>The texts, those of the mail itself first; as many as a person would read.</summary>
    public static IEnumerable<MailText> Of(ReceivedMail mail, IPdfReader pdf)
    {
        var files = mail.Files.Take(MostFiles).Select(f => OfFile(f, mail.Subject, pdf)).OfType<MailText>();
        var (texts, characters) = (OfMails(mail).Concat(files), 0);
        foreach (var text in texts.Take(MostTexts))
        {
            yield return text;
            characters += Math.Min(text.Text.Length, NoteText.Longest);
            if (characters > MostCharacters)
                yield break;
        }
    }

    private static IEnumerable<MailText> OfMails(ReceivedMail mail)
    {
        var body = MailBody.Of(mail);
        return body.Passed.Prepend(body.Own).Where(t => t.Length > 0)
            .Select(t => new MailText(t, null, mail.Subject, DesignationFormReader.ReadText(t)))
            .Concat(mail.Forwarded.SelectMany(OfMails));
    }

    // What must not be opened is not read.
    private static MailText? OfFile(MailFile file, string subject, IPdfReader pdf)
    {
        using var content = new MemoryStream(file.Content.ToArray(), writable: false);
        if (Inspector.Inspect(file.Name, content) is not { Refused: null, Kind: { } kind })
            return null;
        content.Position = 0;
        var form = DesignationFormReader.Read(kind, file.Name, content);
        return new(HasRunningText(kind) ? Read(kind, content, pdf) : "", file.Name, subject, form);
    }

    private static string Read(DocumentKind kind, MemoryStream content, IPdfReader pdf)
    {
        try
        {
            content.Position = 0;
            return TextLayer.Read(kind, content, pdf).Text;
        }
        catch (Exception e) when (e is InvalidDataException or System.Xml.XmlException or RefusedFileException)
        {
            return "";
        }
    }

    private static bool HasRunningText(DocumentKind kind) => kind switch
    {
        DocumentKind.Pdf or DocumentKind.Docx or DocumentKind.Odt or DocumentKind.Txt => true,
        DocumentKind.Xlsx or DocumentKind.Csv or DocumentKind.Json or DocumentKind.Eml => false,
        DocumentKind.Png or DocumentKind.Jpeg or DocumentKind.Tiff => false,
    };
}
