using System.Globalization;
using System.Text.Json.Serialization;
using Hub.Work.Failures;
using Hub.Work.Runner;

namespace Hub.Notices.Outbox;

/// <summary>Where a mail stands.</summary>
public enum OutboxState
{
    /// <summary>It waits for its time.</summary>
    Waiting,

    /// <summary>It was begun: after a crash exactly such a mail is in doubt.</summary>
    UnderWay,

    /// <summary>It went.</summary>
    Sent,

    /// <summary>It does not go; its trouble says why.</summary>
    Dropped,
}

/// <summary>
/// A mail that goes out: one row of the outbox, whatever asked for it. It holds ids and no content; what it says is looked up when it is
/// written. The row of a recipient's changes stays when it is sent, and widens until it is begun.
/// </summary>
public sealed record OutboxMail
{
    /// <summary>The row's id: follows from what the mail is about, so that asked for twice it is one.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required OutboxKind Kind { get; init; }

    /// <summary>To whom: a recipient's id, a partner's name, or, of a reply, the id of the mail that it answers.</summary>
    public required string Recipient { get; init; }

    /// <summary>What it is about, by the hub's own ids; null where its kind and recipient say that.</summary>
    public string? About { get; init; }

    /// <summary>When it was asked for, UTC; of a warning, since when things fail.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public OutboxState State { get; init; }

    /// <summary>When it goes, or is tried again; null once it is done.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The mailbox that sends it: of a reply from the beginning, of all others once they are begun.</summary>
    public string? Mailbox { get; init; }

    /// <summary>When it was begun, UTC: its links count from then, so that written again it is the same.</summary>
    public DateTimeOffset? BegunAt { get; init; }

    /// <summary>How often it was begun; counted before, so that what ends the process is counted too.</summary>
    public int Attempts { get; init; }

    /// <summary>How often it failed by an error of the hub's own: such an attempt has ended, and is not among the attempts.</summary>
    public int Errors { get; init; }

    /// <summary>Its draft, once the mailbox has made it: only a draft that stands here is ever sent.</summary>
    public string? Draft { get; init; }

    /// <summary>The Message-ID of that draft.</summary>
    public string? MessageId { get; init; }

    /// <summary>When it was done, UTC.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Why it failed, or does not go; without any contact data (I6).</summary>
    public string? Trouble { get; init; }

    /// <summary>Of changes: the recipient is told of everything up to this event.</summary>
    public long ToldUpTo { get; init; }

    /// <summary>Of changes: the last event that waits to be told.</summary>
    public long UpTo { get; init; }

    /// <summary>Of changes: the last event that this mail tells, fixed when it is begun; null before.</summary>
    public long? Sending { get; init; }

    /// <summary>Of changes: when what came since it was begun is due.</summary>
    public DateTimeOffset? NextDueAt { get; init; }

    /// <summary>Of a reply: where it says that each notice stands. Settled when it is begun.</summary>
    public IReadOnlyDictionary<string, string>? Tells { get; init; }

    /// <summary>The store's mark of this version, for optimistic concurrency; null of one that is new.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>The last event that it tells, begun or not.</summary>
    [JsonIgnore]
    public long Last => Sending ?? UpTo;

    /// <summary>The hub's id of the mail in the mailbox: one of an id goes once (I4). Of changes it is final once it is begun.</summary>
    [JsonIgnore]
    public string MailId => Kind switch
    {
        OutboxKind.Changes => MailMessage.IdOf(Recipient, ToldUpTo, Last),
        OutboxKind.Resend => MailMessage.IdOf($"{Recipient}:again-{Moment(AskedAt)}", ToldUpTo, UpTo),
        _ => Id,
    };

    /// <summary>A time as it stands in ids.</summary>
    public static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);

    /// <summary>Whether it is still to go.</summary>
    public bool IsOpen() => State is OutboxState.Waiting or OutboxState.UnderWay;

    /// <summary>
    /// Whether its recipient is still to get it by a time. What only waits for a digest is not; what was begun is, however late it is tried
    /// again.
    /// </summary>
    public bool IsAwaited(DateTimeOffset by) => State == OutboxState.UnderWay || (State == OutboxState.Waiting && DueAt <= by);

    /// <summary>Whether it is this version, but for what came in since to be told later.</summary>
    public bool IsWidenedOnly(OutboxMail? now) =>
        now is not null && this == now with { UpTo = UpTo, DueAt = DueAt, NextDueAt = NextDueAt, ETag = ETag };

    /// <summary>
    /// The same, begun by a mailbox, or taken up again after it was left in doubt; where this does not end either, it is due again later.
    /// </summary>
    public OutboxMail Begun(string mailbox, DateTimeOffset now, AttemptPolicy attempts) => this with
    {
        State = OutboxState.UnderWay, Mailbox = mailbox, Attempts = Attempts + 1, Sending = Kind == OutboxKind.Changes ? Last : null,
        BegunAt = State == OutboxState.UnderWay ? BegunAt ?? now : now, DueAt = now + attempts.WaitAfter(Attempts + 1),
    };

    /// <summary>The same with its draft.</summary>
    public OutboxMail Drafted(MailDraft draft) => this with { Draft = draft.Id, MessageId = draft.MessageId };

    /// <summary>The same, sent or dropped. What was to be told of changes is dealt with; what came since waits.</summary>
    public OutboxMail Done(OutboxState state, DateTimeOffset now, string? trouble = null)
    {
        var done = this with { State = state, DueAt = null, DoneAt = now, Trouble = trouble };
        if (Kind != OutboxKind.Changes)
            return done;
        done = done with
        {
            ToldUpTo = Last, Sending = null, NextDueAt = null, Mailbox = null, Draft = null, MessageId = null, Attempts = 0, Errors = 0,
        };
        return UpTo > Last ? done with { State = OutboxState.Waiting, DueAt = NextDueAt ?? now } : done;
    }

    /// <summary>
    /// The same for one event more. One that is not begun tells it, and goes at its own time or the new one, whichever comes first; of one
    /// that is begun it waits. Where nothing waited, all that was in the log before concerned nobody here.
    /// </summary>
    public OutboxMail Widened(long before, long upTo, DateTimeOffset due) => upTo <= UpTo ? this : State switch
    {
        OutboxState.Waiting => this with { UpTo = upTo, DueAt = due < DueAt ? due : DueAt },
        OutboxState.UnderWay => this with { UpTo = upTo, NextDueAt = NextDueAt < due ? NextDueAt : due },
        OutboxState.Sent or OutboxState.Dropped => this with
        {
            State = OutboxState.Waiting, ToldUpTo = Math.Max(ToldUpTo, before), UpTo = upTo, DueAt = due, Trouble = null,
        },
    };
}
