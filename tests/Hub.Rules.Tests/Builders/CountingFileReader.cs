using Hub.Intake.Files.Inspection;
using Hub.Intake.Files.Reading;
using Hub.Intake.Files.Text;
using Hub.Intake.Forms;
using Hub.Notices;
using Hub.Notices.Documents;

namespace Hub.Rules.Tests.Builders;

/// <summary>Reads files, and counts those that it was given; what a test puts in its way happens before.</summary>
internal sealed class CountingFileReader : IFileReader
{
    private readonly FileReader _reader = new();

    public int Opened { get; private set; }

    public Action BeforeText { get; set; } = () => { };

    public Task<Finding> Inspect(string name, Stream content, CancellationToken cancel)
    {
        Opened++;
        return _reader.Inspect(name, content, cancel);
    }

    public Task<DocumentText> Text(DocumentKind kind, Stream content, CancellationToken cancel)
    {
        BeforeText();
        return _reader.Text(kind, content, cancel);
    }

    public Task<DesignationReading> Form(DocumentKind kind, string name, Stream content, NoticeKind? assumed, CancellationToken cancel) =>
        _reader.Form(kind, name, content, assumed, cancel);
}
