using Amqp;
using Amqp.Framing;

namespace Hub.Broker.Queues;

/// <summary>A message in a queue. Only its queue changes it.</summary>
internal sealed class QueuedMessage(long sequenceNumber, MessageContent content)
{
    public long SequenceNumber => sequenceNumber;

    public MessageContent Content { get; set; } = content;

    public MessageState State { get; set; }

    /// <summary>Since when it is there; of a scheduled message, from when.</summary>
    public required DateTimeOffset EnqueuedAt { get; init; }

    public required TimeSpan TimeToLive { get; init; }

    public DateTimeOffset ExpiresAt =>
        TimeToLive < DateTimeOffset.MaxValue - EnqueuedAt ? EnqueuedAt + TimeToLive : DateTimeOffset.MaxValue;

    public Guid LockToken { get; set; }

    public DateTimeOffset LockedUntil { get; set; }

    /// <summary>How often it came back from a receiver.</summary>
    public int DeliveryCount { get; set; }

    /// <summary>The queue that gave it up and forwarded it, if one did.</summary>
    public string? DeadLetterSource { get; init; }

    /// <summary>Its sequence number in the queue that gave it up, if one did.</summary>
    public long? OriginalSequenceNumber { get; init; }

    /// <summary>When something happens to it although nobody does anything.</summary>
    public DateTimeOffset Due => State switch
    {
        MessageState.Ready => ExpiresAt,
        MessageState.Scheduled => EnqueuedAt,
        _ => LockedUntil,
    };

    /// <summary>A copy for a receiver, with what Service Bus tells it.</summary>
    public ByteBuffer Encode()
    {
        var header = new Header { DeliveryCount = (uint)DeliveryCount };
        if (TimeToLive.TotalMilliseconds < uint.MaxValue)
            header.Ttl = (uint)TimeToLive.TotalMilliseconds;
        return Content.Encode(header, new Dictionary<string, object?>
        {
            ["x-opt-sequence-number"] = SequenceNumber,
            ["x-opt-enqueue-sequence-number"] = OriginalSequenceNumber,
            ["x-opt-enqueued-time"] = EnqueuedAt.UtcDateTime,
            ["x-opt-locked-until"] = State == MessageState.Locked ? LockedUntil.UtcDateTime : null,
            ["x-opt-message-state"] = State == MessageState.Scheduled ? 2 : 0, // To Azure a locked message is an active one.
            ["x-opt-deadletter-source"] = DeadLetterSource,
        });
    }
}
