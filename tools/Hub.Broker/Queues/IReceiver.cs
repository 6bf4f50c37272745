namespace Hub.Broker.Queues;

/// <summary>Who takes messages from a queue. The queue asks it under its lock.</summary>
internal interface IReceiver
{
    /// <summary>Whether its link is closed.</summary>
    bool IsGone { get; }

    /// <summary>Whether it has asked for more messages than it got.</summary>
    bool WantsMore { get; }

    /// <summary>Whether a message is gone once it is sent, or stays locked until it is settled.</summary>
    bool DeletesOnDelivery { get; }

    /// <summary>Sends it a message; false when it is no longer there.</summary>
    bool TryDeliver(QueuedMessage message);
}
