namespace Hub.Broker.Queues;

/// <summary>Where a message stands.</summary>
internal enum MessageState
{
    /// <summary>Waits for a receiver.</summary>
    Ready,

    /// <summary>Waits for its time.</summary>
    Scheduled,

    /// <summary>A receiver has it to itself, for a time.</summary>
    Locked,
}
