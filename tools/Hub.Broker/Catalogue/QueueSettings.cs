namespace Hub.Broker.Catalogue;

/// <summary>A queue as it is declared, by Azure's own names; what is not given is as Azure has it.</summary>
public sealed record QueueSettings(string Name)
{
    /// <summary>How long a receiver has a message to itself.</summary>
    public TimeSpan LockDuration { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>After how many deliveries that were not completed a message is a dead letter.</summary>
    public int MaxDeliveryCount { get; init; } = 10;

    /// <summary>How long a message waits before it vanishes; a message may ask for less.</summary>
    public TimeSpan DefaultMessageTimeToLive { get; init; } = TimeSpan.MaxValue;

    /// <summary>Whether a message that expires is a dead letter.</summary>
    public bool DeadLetteringOnMessageExpiration { get; init; }

    /// <summary>The queue that takes the dead letters; null keeps them in the queue's own <c>$deadletterqueue</c>.</summary>
    public string? ForwardDeadLetteredMessagesTo { get; init; }

    /// <summary>Azure's name of the sub-queue of dead letters.</summary>
    public string DeadLetterName => $"{Name}/$deadletterqueue";

    /// <summary>The sub-queue of dead letters: nothing in it expires or is given up.</summary>
    public QueueSettings DeadLetters() => new(DeadLetterName) { LockDuration = LockDuration, MaxDeliveryCount = int.MaxValue };
}
