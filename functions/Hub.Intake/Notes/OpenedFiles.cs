using Hub.Intake.Files.Reading;
using Hub.Intake.Forms;
using Hub.Intake.Mails;
using Hub.Notices.Documents;
using Hub.Register.Json;

namespace Hub.Intake.Notes;

/// <summary>A file of a mail that was opened.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">Its text, where it is a letter or a note; else empty.</param>
/// <param name="Form">The designation form that it is.</param>
public sealed record OpenedFile(string Name, string Text, DesignationReading Form) : Confidential;

/// <summary>Opens the files of a mail; what must not be opened is left alone.</summary>
/// <param name="reader">Reads them.</param>
public sealed class OpenedFiles(IFileReader reader)
{
    private const int Most = 20;

    /// <summary>Those that can be read.</summary>
    public async Task<IReadOnlyList<OpenedFile>> Of(ParsedMail mail, CancellationToken cancel)
    {
        var opened = new List<OpenedFile>();
        foreach (var file in mail.Files.Take(Most))
            if (await Open(file, cancel) is { } read)
                opened.Add(read);
        return opened;
    }

    private async Task<OpenedFile?> Open(MailFile file, CancellationToken cancel)
    {
        using var content = file.Open();
        if (await reader.Inspect(file.Name, content, cancel) is not { Refused: null, Kind: { } kind })
            return null;
        var form = await reader.Form(kind, file.Name, content, null, cancel);
        return new(file.Name, HasRunningText(kind) ? (await reader.Text(kind, content, cancel)).Text : "", form);
    }

    private static bool HasRunningText(DocumentKind kind) => kind switch
    {
        DocumentKind.Pdf or DocumentKind.Docx or DocumentKind.Odt or DocumentKind.Txt => true,
        DocumentKind.Xlsx or DocumentKind.Csv or DocumentKind.Json or DocumentKind.Eml => false,
        DocumentKind.Png or DocumentKind.Jpeg or DocumentKind.Tiff => false,
    };
}
