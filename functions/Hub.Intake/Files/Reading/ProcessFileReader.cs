using System.Text.Json;
using Hub.Intake.Files.Inspection;
using Hub.Intake.Files.Text;
using Hub.Intake.Forms;
using Hub.Intake.Mails;
using Hub.Intake.Mails.Reports;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Notices.Recipients;
using Hub.Register.Json;
using Hub.Register.Problems;

namespace Hub.Intake.Files.Reading;

/// <summary>Reads files, mails and reports in the processes that are there for it; what ends them cannot be read.</summary>
public sealed class ProcessFileReader(FileReaderPool pool) : IFileReader, IMailParser, IReportParser
{
    /// <inheritdoc/>
    public async Task<Finding> Inspect(string name, Stream content, CancellationToken cancel)
    {
        var reply = await pool.Ask(new(FileReaderTask.Inspect, name), content, cancel);
        return reply.Outcome switch
        {
            FileReaderOutcome.Answered => Answer<Finding>(reply)!,
            FileReaderOutcome.Failed => new(null, ProblemCode.F18),
            // Whatever it would have become: more than one file may be.
            _ => new(null, ProblemCode.F15),
        };
    }

    /// <inheritdoc/>
    public async Task<DocumentText> Text(DocumentKind kind, Stream content, CancellationToken cancel) =>
        Answer<DocumentText>(await pool.Ask(new(FileReaderTask.Text, null, kind), content, cancel)) ?? DocumentText.Unreadable;

    /// <inheritdoc/>
    public async Task<DesignationReading> Form(
        DocumentKind kind,
        string name,
        Stream content,
        NoticeKind? assumed,
        CancellationToken cancel) =>
        Answer<DesignationReading>(await pool.Ask(new(FileReaderTask.Form, name, kind, assumed), content, cancel))
        ?? DesignationReading.None;

    /// <inheritdoc/>
    public async Task<ParsedMail> Parse(ReadOnlyMemory<byte> mime, CancellationToken cancel)
    {
        using var content = new MailFile("", "", mime).Open();
        var reply = await pool.Ask(new(FileReaderTask.Mail), content, cancel);
        return Answer<ParsedMail>(reply) is { } mail
            ? MailFiles.PutBack(mail, reply.Files)
            : new() { Defects = [MailDefect.Unreadable] };
    }

    /// <inheritdoc/>
    public async Task<DeliveryReport?> Read(ReadOnlyMemory<byte> mime, CancellationToken cancel)
    {
        using var content = new MailFile("", "", mime).Open();
        return Answer<DeliveryReport>(await pool.Ask(new(FileReaderTask.Report), content, cancel));
    }

    private static T? Answer<T>(FileReaderReply reply)
        where T : class =>
        reply.Outcome == FileReaderOutcome.Answered ? JsonSerializer.Deserialize<T>(reply.Json.Span, HubJson.Options) : null;
}
