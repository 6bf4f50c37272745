using Hub.Intake.Files.Inspection;
using Hub.Intake.Files.Text;
using Hub.Intake.Forms;
using Hub.Intake.Forms.Reading;
using Hub.Intake.Mails.Parsing;
using Hub.Notices;
using Hub.Notices.Documents;

namespace Hub.Intake.Files.Reading;

/// <summary>Opens files where it is called: within the process that is there for it, and in tests of files that do no harm.</summary>
public sealed class FileReader : IFileReader
{
    /// <summary>What a file is.</summary>
    public static Finding Inspect(string name, Stream content) => Inspector.Inspect(name, content);

    /// <summary>Its text.</summary>
    public static DocumentText Text(DocumentKind kind, Stream content) => TextLayer.Read(kind, content, MailFileText.Of);

    /// <summary>The form it is.</summary>
    public static DesignationReading Form(DocumentKind kind, string name, Stream content, NoticeKind? assumed) =>
        DesignationFormParser.Read(kind, name, content, assumed);

    /// <inheritdoc/>
    public Task<Finding> Inspect(string name, Stream content, CancellationToken cancel) => Task.FromResult(Inspect(name, content));

    /// <inheritdoc/>
    public Task<DocumentText> Text(DocumentKind kind, Stream content, CancellationToken cancel) => Task.FromResult(Text(kind, content));

    /// <inheritdoc/>
    public Task<DesignationReading> Form(
        DocumentKind kind, string name, Stream content, NoticeKind? assumed, CancellationToken cancel) =>
        Task.FromResult(Form(kind, name, content, assumed));
}
