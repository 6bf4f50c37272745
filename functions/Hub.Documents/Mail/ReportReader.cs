using Hub.Core.Channels.Mail.Bounces;
using Hub.Core.Mailroom;
using MimeKit;

namespace Hub.Documents.Mail;

/// <summary>Reads reports in mails as they were received.</summary>
public sealed class ReportReader : IReportReader
{
    /// <inheritdoc/>
    public DeliveryReport? Read(ReadOnlyMemory<byte> mime)
    {
        try
        {
            return DeliveryReportReader.Read(MimeMessage.Load(new MemoryStream(mime.ToArray(), writable: false)));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
