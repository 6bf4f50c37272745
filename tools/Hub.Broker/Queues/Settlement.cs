namespace Hub.Broker.Queues;

/// <summary>What a receiver decides on a message that it has locked.</summary>
internal abstract record Settlement
{
    /// <summary>The reason that Service Bus gives when a message came back too often.</summary>
    private const string TooManyDeliveries = "MaxDeliveryCountExceeded";

    /// <summary>It is done.</summary>
    public sealed record Complete : Settlement;

    /// <summary>It was never looked at: it is there again as if it had not been away.</summary>
    public sealed record Release : Settlement;

    /// <summary>It failed: it is there again, and the delivery counts.</summary>
    public sealed record Abandon(IReadOnlyDictionary<string, object?> Properties) : Settlement;

    /// <summary>It is given up.</summary>
    public sealed record DeadLetter(IReadOnlyDictionary<string, object?> Properties) : Settlement
    {
        /// <summary>The application properties that say why a message was given up.</summary>
        public const string Reason = "DeadLetterReason", Description = "DeadLetterErrorDescription";

        /// <summary>Nobody took it in its time.</summary>
        public static DeadLetter Expired { get; } = new(new Dictionary<string, object?>
        {
            [Reason] = "TTLExpiredException", [Description] = "The message expired and was dead lettered.",
        });

        /// <summary>It came back too often.</summary>
        public static DeadLetter AfterTooMany(int deliveries) => new(new Dictionary<string, object?>
        {
            [Reason] = TooManyDeliveries,
            [Description] = $"Message could not be consumed after {deliveries} delivery attempts.",
        });
    }
}
