using Hub.Notices.Recipients;

namespace Hub.Intake.Mails.Reports;

/// <summary>Reads reports on the delivery of mails.</summary>
public interface IReportParser
{
    /// <summary>The report that a mail is; null where it is none.</summary>
    Task<DeliveryReport?> Read(ReadOnlyMemory<byte> mime, CancellationToken cancel);
}
