using System.Text.Json.Serialization;

namespace Hub.Intake.Inbox;

/// <summary>
/// How far a mailbox has been read. This is the truth about it; notifications and queue messages only wake whoever reads.
/// </summary>
public sealed record InboxState
{
    /// <summary>The mailbox.</summary>
    public required string Mailbox { get; init; }

    /// <summary>Where the mailbox's list of changes goes on; null to begin it anew.</summary>
    public string? Link { get; init; }

    /// <summary>Until when a run holds it: one at a time reads a mailbox.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>When it is read again, whether or not somebody wakes it.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Failures since it was last read.</summary>
    public int Attempts { get; init; }

    /// <summary>When the first of them was.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>What the last of them was, without any contact data.</summary>
    public string? Trouble { get; init; }

    /// <summary>The ids of the folders that mails are put into, by their names.</summary>
    public IReadOnlyDictionary<string, string> Folders { get; init; } = new Dictionary<string, string>();

    /// <summary>The store's mark of this version, for optimistic concurrency.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>Whether a run may take it.</summary>
    public bool IsFree(DateTimeOffset now) => !(LeasedUntil > now) && (FailingSince is null || !(DueAt > now));
}

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

/// <summary>Where is kept how far mailboxes have been read.</summary>
public interface IInboxStore
{
    /// <summary>A mailbox's state; a new one where there is none.</summary>
    Task<InboxState> Find(string mailbox, CancellationToken cancel);

    /// <summary>Writes it; null where somebody else wrote it since it was read.</summary>
    Task<InboxState?> Save(InboxState state, CancellationToken cancel);

    /// <summary>A mailbox's subscription; a new one, due at once, where there is none.</summary>
    Task<InboxSubscription> Subscription(string mailbox, CancellationToken cancel);

    /// <summary>Writes it; null where somebody else wrote it since it was read.</summary>
    Task<InboxSubscription?> Save(InboxSubscription subscription, CancellationToken cancel);
}
