using Hub.Intake.Mails.Parsing;
using Hub.Notices.Recipients;

namespace Hub.Intake.Mails.Reports;

/// <summary>Reads reports in mails as they were received.</summary>
public sealed class ReportParser : IReportParser
{
    /// <inheritdoc/>
    public Task<DeliveryReport?> Read(ReadOnlyMemory<byte> mime, CancellationToken cancel) => Task.FromResult(Read(mime));

    internal static DeliveryReport? Read(ReadOnlyMemory<byte> mime)
    {
        try
        {
            return DeliveryReportParser.Read(MailParser.Load(LongHeaders.Cut(mime)));
        }
        // Whatever a library makes of a stranger's mail, to the hub it is no report.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }
}
