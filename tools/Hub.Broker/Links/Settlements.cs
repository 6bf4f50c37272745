using Amqp.Framing;
using Amqp.Types;
using Hub.Broker.Queues;

namespace Hub.Broker.Links;

/// <summary>What a client's delivery state means to a queue.</summary>
internal static class Settlements
{
    private const string DeadLetterCondition = "com.microsoft:dead-letter";

    /// <summary>The settlement, or null where this broker has none: deferred messages, transactions.</summary>
    public static Settlement? Of(DeliveryState? state) => state switch
    {
        Accepted => new Settlement.Complete(),
        Released => new Settlement.Release(),
        Modified { UndeliverableHere: false } modified => new Settlement.Abandon(Properties(modified.MessageAnnotations)),
        // AMQPNetLite itself rejects, with other conditions, what a dying connection did not take.
        Rejected { Error: null } => new Settlement.DeadLetter(Properties(null)),
        Rejected { Error: var error } when error.Condition == DeadLetterCondition => new Settlement.DeadLetter(Properties(error.Info)),
        _ => null,
    };

    /// <summary>Application properties out of a map whose keys are text or symbols.</summary>
    public static Dictionary<string, object?> Properties(Map? map) =>
        (map ?? []).ToDictionary(entry => $"{entry.Key}", entry => (object?)entry.Value);
}
