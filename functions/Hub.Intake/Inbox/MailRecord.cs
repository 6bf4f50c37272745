using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Hub.Intake.Mails.Kinds;
using Hub.Notices.Access;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Intake.Inbox;

/// <summary>What became of a mail.</summary>
public enum InboundMailStatus
{
    /// <summary>Kept, and about to be read.</summary>
    Received,

    /// <summary>It is not certain who sent it: somebody calls back first (V25).</summary>
    Held,

    /// <summary>It became notices.</summary>
    Notice,

    /// <summary>For a person of the Secretariat to read.</summary>
    ToRead,

    /// <summary>Thanks, an automatic reply, a newsletter (V26).</summary>
    NotANotice,

    /// <summary>A report on the delivery of a mail of the hub's.</summary>
    Bounce,

    /// <summary>The same mail came before.</summary>
    Repeat,

    /// <summary>The Secretariat found that it is no notice.</summary>
    Dismissed,

    /// <summary>The Secretariat wrote an answer to it, and nothing else is to become of it.</summary>
    Answered,
}

/// <summary>
/// A mail as it was kept: who sent it, what it is, what became of it. Its original is among the originals, as it was received.
/// </summary>
public sealed record MailRecord : Confidential
{
    /// <summary>What the message's id of one begins with that was typed on a page.</summary>
    public const string TypedPrefix = "typed-";

    /// <summary>The hub's id of it, which follows from the mailbox's.</summary>
    public required string Id { get; init; }

    /// <summary>The mailbox it came to.</summary>
    public required string Mailbox { get; init; }

    /// <summary>Its immutable id there.</summary>
    public required string Message { get; init; }

    /// <summary>The id of its conversation there.</summary>
    public string? Conversation { get; init; }

    /// <summary>When the mailbox got it, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What became of it.</summary>
    public InboundMailStatus Fate { get; init; }

    /// <summary>What it is; null until it is read.</summary>
    public MailKind? Kind { get; init; }

    /// <summary>The address it says it is from.</summary>
    public string? From { get; init; }

    /// <summary>Its subject.</summary>
    public string? Subject { get; init; }

    /// <summary>Its Message-ID, without brackets.</summary>
    public string? MessageId { get; init; }

    /// <summary>The language that its sender is answered in.</summary>
    public Language Language { get; init; }

    /// <summary>For whom it speaks; null where that is not certain.</summary>
    public Caller? Sender { get; init; }

    /// <summary>The State it seems to come from, where it is held.</summary>
    public StateCode? Claimed { get; init; }

    /// <summary>What somebody asks for who typed it on a page; null of everything that came by mail.</summary>
    public PageRequest? Asks { get; init; }

    /// <summary>Why it is held.</summary>
    public IReadOnlyList<HoldReason> Reasons { get; init; } = [];

    /// <summary>The notices it became, or, of a mail that came before, those that came of that.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>What the Secretariat decided about a held mail.</summary>
    public MailDecision? Decision { get; init; }

    /// <summary>When the hub must next do something about it; null where it waits for a person, or is done.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>How often it was begun with; counted before, so that what ends the process is counted too.</summary>
    public int Attempts { get; init; }

    /// <summary>How often it failed by an error: such an attempt has ended, and is not among the attempts.</summary>
    public int Errors { get; init; }

    /// <summary>When personal data were taken out of it, UTC; null where they never were.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>When its time was over, and its content and its original went, UTC (docs/privacy.md).</summary>
    public DateTimeOffset? EmptiedAt { get; init; }

    /// <summary>The store's mark of this version, for optimistic concurrency.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>Where it stands and why, as a mark: who decides about it has seen it so.</summary>
    [JsonIgnore]
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', Reasons.Select(r => $"{r.Code} {r.Detail}").Prepend($"{Fate.Code()} {Decision?.At.UtcTicks}")))))[..16];

    /// <summary>Whether its content is gone, by an erasure or because its time was over: nothing more is said about it.</summary>
    [JsonIgnore]
    public bool IsErased => ErasedAt is not null || EmptiedAt is not null;

    /// <summary>Whether it was typed on a page and no mailbox has it.</summary>
    [JsonIgnore]
    public bool IsTyped => Message.StartsWith(TypedPrefix, StringComparison.Ordinal);

    /// <summary>Where its original lies among the originals.</summary>
    public string Original => OriginalOf(Id);

    /// <summary>Where the original of a mail lies.</summary>
    public static string OriginalOf(string id) => $"mail-{id}/message.eml";

    /// <summary>The id of a message in a mailbox: read again, it is the same.</summary>
    public static string IdOf(string mailbox, string message) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{mailbox.ToUpperInvariant()}\n{message}")))[..32];

    /// <summary>The same mail with nothing left to do about it but what a person does.</summary>
    public MailRecord Now(InboundMailStatus fate) => this with { Fate = fate, DueAt = null, Attempts = 0, Errors = 0 };
}

/// <summary>A reason why a mail is held.</summary>
/// <param name="Code">What it is, e.g. <c>LOOK_ALIKE</c>.</param>
/// <param name="Detail">What was seen.</param>
public sealed record HoldReason(string Code, string Detail) : Confidential;

/// <summary>What the Secretariat can decide about a held mail.</summary>
public enum MailDecisionKind
{
    /// <summary>It is taken for a State's after a call-back.</summary>
    Release,

    /// <summary>It is no notice.</summary>
    Dismiss,

    /// <summary>Its sender is written to, and nothing else becomes of it.</summary>
    Answer,
}

/// <summary>A decision about a held mail.</summary>
/// <param name="Kind">What was decided.</param>
/// <param name="Reviewer">By whom.</param>
/// <param name="At">When, UTC.</param>
/// <param name="CalledBack">Who was called back, at a number that the hub had before.</param>
/// <param name="Reason">Why it is no notice; of an answer, what is answered.</param>
public sealed record MailDecision(
    MailDecisionKind Kind, string Reviewer, DateTimeOffset At, string? CalledBack, string? Reason) : Confidential
{
    /// <summary>The person behind the reviewer's key, where that is another's; null where it is the reviewer.</summary>
    public string? MadeBy { get; init; }

    /// <summary>The number that was called; null where nobody said.</summary>
    public string? Number { get; init; }
}
