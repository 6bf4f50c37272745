namespace Hub.Notices.Recipients;

/// <summary>Takes reports on mails that went out.</summary>
public interface IDeliveryReports
{
    /// <summary>Records a report with the mail that it is about. The same report recorded twice changes nothing.</summary>
    Task Record(DeliveryReport report, CancellationToken cancel);
}
