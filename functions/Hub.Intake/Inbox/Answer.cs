using System.Text.Json.Serialization;

namespace Hub.Intake.Inbox;

/// <summary>What an answer is about.</summary>
public enum AnswerKind
{
    /// <summary>That a mail became notices: their references, what was understood, what is wrong.</summary>
    Acknowledgement,

    /// <summary>That something came in, and nothing else.</summary>
    Receipt,

    /// <summary>What became of a notice since.</summary>
    Word,
}

/// <summary>Where an answer stands.</summary>
public enum AnswerState
{
    /// <summary>It is owed.</summary>
    Owed,

    /// <summary>Its draft is being made, or was: after a crash that is in doubt.</summary>
    UnderWay,

    /// <summary>It went.</summary>
    Sent,

    /// <summary>It does not go; its trouble says why.</summary>
    Dropped,
}

/// <summary>An answer that the hub owes to the sender of a mail.</summary>
public sealed record Answer
{
    /// <summary>The mail it answers.</summary>
    public required string Mail { get; init; }

    /// <summary>The mailbox that it goes from: the one that the mail came to.</summary>
    public required string Mailbox { get; init; }

    /// <summary>What it is about.</summary>
    public required AnswerKind Kind { get; init; }

    /// <summary>The notice it tells of; null for those that tell of the whole mail.</summary>
    public string? Notice { get; init; }

    /// <summary>
    /// What it tells of each notice: where it stood (<see cref="WordOfNotice.MarkOf"/>). Settled before its draft is made.
    /// </summary>
    public IReadOnlyDictionary<string, string> Tells { get; init; } = new Dictionary<string, string>();

    /// <summary>Where it stands.</summary>
    public AnswerState State { get; init; }

    /// <summary>Its draft, once the mailbox has made it: only a draft that stands here is ever sent.</summary>
    public string? Draft { get; init; }

    /// <summary>When it goes, or is tried again; null once it is done.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Tries that failed.</summary>
    public int Attempts { get; init; }

    /// <summary>Why it failed, or does not go; without any contact data.</summary>
    public string? Trouble { get; init; }

    /// <summary>When it went, UTC.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The store's mark of this version, for optimistic concurrency.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>What tells it from the other answers to its mail.</summary>
    public string Name => Kind switch
    {
        AnswerKind.Acknowledgement => "acknowledgement",
        AnswerKind.Receipt => "receipt",
        AnswerKind.Word => $"word-{Notice}-{Tells[Notice!]}",
    };

    /// <summary>The hub's id of it in the mailbox.</summary>
    public string Id => $"answer:{Mail}:{Name}";
}
