using System.Text.Json.Serialization;

namespace Hub.Work.Runner;

/// <summary>Whether a cursor moves.</summary>
public enum CursorState
{
    /// <summary>It reads on.</summary>
    Active,

    /// <summary>Somebody paused it; what it missed is sent when it goes on.</summary>
    Paused,

    /// <summary>The hub gave up on it; somebody has to set it going again.</summary>
    Disabled,
}

/// <summary>
/// How far one channel has read the log for one receiver. This is the truth about what was sent; queue messages only wake it.
/// </summary>
public sealed record Cursor
{
    /// <summary>The kind of channel: <c>mail</c>, <c>webhooks</c>, <c>links</c>, <c>outbox</c>, <c>mailbox</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>The receiver: a sender mailbox, an endpoint, the pages.</summary>
    public required string Name { get; init; }

    /// <summary>The last event it has dealt with.</summary>
    public long Position { get; init; }

    /// <summary>Whether it moves.</summary>
    public CursorState State { get; init; }

    /// <summary>Why it does not.</summary>
    public string? StateReason { get; init; }

    /// <summary>Who paused it and when; null where nobody did, or it is not known.</summary>
    public Halt? Halt { get; init; }

    /// <summary>Runs begun since one came to anything; counted before, so that what ends the process is counted too.</summary>
    public int Begun { get; init; }

    /// <summary>Since when its runs end by an error of the hub's own before any step is done; null where the last one did not.</summary>
    public DateTimeOffset? BrokenSince { get; init; }

    /// <summary>Failures since it last moved.</summary>
    public int Attempts { get; init; }

    /// <summary>When the first of them was.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Not before this time; null for at once.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Until its due time, only what comes after this event is work; null where nothing is.</summary>
    public long? Seen { get; init; }

    /// <summary>Until when a run holds it.</summary>
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>What the channel itself must remember between two runs, as JSON.</summary>
    public string? Work { get; init; }

    /// <summary>The store's mark of this version, for optimistic concurrency.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>Whether it has something to do now, or in a moment, with the log ending at <paramref name="head"/>.</summary>
    public bool HasWork(long head, DateTimeOffset now, TimeSpan ahead = default) =>
        Position < head && IsFree(now + ahead) && (!(DueAt > now + ahead) || head > Seen);

    /// <summary>
    /// Whether it may begin by then with something that is not in the log: a due time of an event does not hold
    /// that up, one of its receiver does.
    /// </summary>
    public bool IsOpen(DateTimeOffset by) => IsFree(by) && (Seen is not null || !(DueAt > by));

    private bool IsFree(DateTimeOffset by) => State == CursorState.Active && !(LeasedUntil > by);

    /// <summary>How many events wait that need not.</summary>
    public long Behind(long head) => head - Math.Max(Position, Seen ?? 0);
}

/// <summary>That somebody stopped something.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
public sealed record Halt(string By, DateTimeOffset At);
