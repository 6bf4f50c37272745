namespace Hub.Simulators.Mailbox.Limits;

/// <summary>Exchange Online's limits; each can be set through the control API.</summary>
public sealed record ExchangeLimits
{
    public int MessagesAMinute { get; init; } = 30;

    public int RecipientsADay { get; init; } = 10_000;

    public int RecipientsAMessage { get; init; } = 500;

    public int ConcurrentRequests { get; init; } = 4;

    public int RequestsInTenMinutes { get; init; } = 10_000;

    public long UploadBytesInFiveMinutes { get; init; } = 150L * 1024 * 1024;

    public long RequestBytes { get; init; } = 4L * 1024 * 1024;

    public int HeadersAMessage { get; init; } = 5;

    /// <summary>How long a sent message stays out of sight of Sent Items, as it does while Exchange submits it.</summary>
    public int SentItemsDelayMs { get; init; }
}
