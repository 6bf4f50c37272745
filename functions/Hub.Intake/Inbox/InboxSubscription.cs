using System.Text.Json.Serialization;

namespace Hub.Intake.Inbox;

/// <summary>The subscription by which a mailbox tells the hub of new mail.</summary>
public sealed record InboxSubscription
{
    /// <summary>The mailbox.</summary>
    public required string Mailbox { get; init; }

    /// <summary>Its id; null while there is none.</summary>
    public string? Id { get; init; }

    /// <summary>What a true notification carries (clientState).</summary>
    public string? Secret { get; init; }

    /// <summary>When it is renewed, or made.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>The store's mark of this version, for optimistic concurrency.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }
}

/// <summary>Where subscriptions are kept.</summary>
public interface IInboxSubscriptionStore
{
    /// <summary>A mailbox's subscription; a new one, due at once, where there is none.</summary>
    Task<InboxSubscription> Find(string mailbox, CancellationToken cancel);

    /// <summary>Writes it; null where somebody else wrote it since it was read.</summary>
    Task<InboxSubscription?> Save(InboxSubscription subscription, CancellationToken cancel);
}
