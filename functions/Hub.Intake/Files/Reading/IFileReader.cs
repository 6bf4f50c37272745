using Hub.Intake.Files.Inspection;
using Hub.Intake.Files.Text;
using Hub.Intake.Forms;
using Hub.Notices;
using Hub.Notices.Documents;

namespace Hub.Intake.Files.Reading;

/// <summary>
/// Opens what strangers send. Whatever a file does to its reader, there is an answer (I11): the hub reads in a process of its own, which a
/// file may end.
/// </summary>
public interface IFileReader
{
    /// <summary>What a file is, by its bytes, and whether it must be refused.</summary>
    /// <param name="name">The name its sender gave it.</param>
    /// <param name="content">Its bytes; they can be read from any place.</param>
    /// <param name="cancel">Ends the reading.</param>
    Task<Finding> Inspect(string name, Stream content, CancellationToken cancel);

    /// <summary>What a reader of its pages sees.</summary>
    Task<DocumentText> Text(DocumentKind kind, Stream content, CancellationToken cancel);

    /// <summary>The designation form that it is.</summary>
    Task<DesignationReading> Form(DocumentKind kind, string name, Stream content, NoticeKind? assumed, CancellationToken cancel);
}
