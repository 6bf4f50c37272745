using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Hub.Notices.Access;
using Hub.Register.Json;
using Hub.Register.Problems;
using Hub.Register.States;

namespace Hub.Notices;

/// <summary>Where a notice stands.</summary>
public enum NoticeStatus
{
    /// <summary>Kept, and about to be routed.</summary>
    Received,

    /// <summary>The sender has been asked; an answer takes its place (<see cref="NoticeForm.Amends"/>).</summary>
    Query,

    /// <summary>Waits for the State's mission or ministry to confirm it.</summary>
    Held,

    /// <summary>Waits for a reviewer.</summary>
    Review,

    /// <summary>Waits for a second reviewer.</summary>
    SecondReview,

    /// <summary>Approved; takes effect at its due time.</summary>
    Approved,

    /// <summary>In the register.</summary>
    Committed,

    /// <summary>Rejected by a reviewer.</summary>
    Rejected,

    /// <summary>The same as an earlier one.</summary>
    Duplicate,

    /// <summary>A later notice took its place.</summary>
    Superseded,

    /// <summary>No notice, or one that cannot be processed.</summary>
    Closed,
}

/// <summary>What came in: who sent it and how, what was understood, what is wrong with it. It changes nothing by itself.</summary>
public sealed record Notice : Confidential
{
    private const int LongestId = 100;

    /// <summary>State code, hyphen, time-ordered id: <c>SEN-0192…</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The State it is for.</summary>
    public required StateCode State { get; init; }

    /// <summary>Who sent it.</summary>
    public required Caller Sender { get; init; }

    /// <summary>When it was kept, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required NoticeStatus Status { get; init; }

    /// <summary>The form as it was sent, filled up from the designation forms among its files, or as it was corrected since.</summary>
    public required JsonObject Form { get; init; }

    /// <summary>By which road it came, where a person of the Secretariat entered it; null where its sender sent it so.</summary>
    public EntryRoad? Entered { get; init; }

    /// <summary>What the Secretariat corrected in the form, in order. What was read first stands in the first of them.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>What designation forms among its files say, and where.</summary>
    public IReadOnlyList<FormProposal> Proposals { get; init; } = [];

    /// <summary>The language answers go out in.</summary>
    public Language Language { get; init; }

    /// <summary>Everything found wrong.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>The files that came with it.</summary>
    public IReadOnlyList<NoticeFile> Files { get; init; } = [];

    /// <summary>The versions of the records it touches, as they were when it was checked.</summary>
    public IReadOnlyDictionary<string, int> BasedOn { get; init; } = new Dictionary<string, int>();

    /// <summary>What the reviewers decided, in order.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>What networks said about claims to belong to them (V30).</summary>
    public IReadOnlyList<NetworkResponse> NetworkAnswers { get; init; } = [];

    /// <summary>When the hub must next do something about it; null where it waits for a person.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>How often it could not be routed or brought into the register because of an error of the hub's.</summary>
    public int Attempts { get; init; }

    /// <summary>What the last of those errors was, without any contact data.</summary>
    public string? Trouble { get; init; }

    /// <summary>Since when others than its sender are asked about it (<c>NoticeQuestions</c>); null where nobody is.</summary>
    public DateTimeOffset? AsksSince { get; init; }

    /// <summary>For when its offices were asked last: now, or after so many days.</summary>
    public DateTimeOffset? OfficesAsked { get; init; }

    /// <summary>Whether the networks were asked.</summary>
    public bool NetworksAsked { get; init; }

    /// <summary>The notice it repeats, or that took its place.</summary>
    public string? Linked { get; init; }

    /// <summary>Sequence of its last event, once committed.</summary>
    public long? Sequence { get; init; }

    /// <summary>The mission or ministry that confirmed it (I7).</summary>
    public string? ConfirmedBy { get; init; }

    /// <summary>
    /// Who gave that office its key or its address after the notice had come: that person's word is not counted a second time.
    /// </summary>
    public string? ConfirmerMadeBy { get; init; }

    /// <summary>Everybody else who did, or who chose what that office may say: their word is not counted a second time either.</summary>
    public IReadOnlyList<string> ConfirmerAlsoMadeBy { get; init; } = [];

    /// <summary>That its mission or ministry does not stand by it; null where none said so.</summary>
    public Objection? Objection { get; init; }

    /// <summary>The office that took it back before it was decided; null where none did.</summary>
    public string? WithdrawnBy { get; init; }

    /// <summary>When it did, UTC.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>The mail it came by; null where it came by the API or the pages of its office.</summary>
    public string? Mail { get; init; }

    /// <summary>The words of that mail that each value was understood from.</summary>
    public IReadOnlyList<Proposal> Words { get; init; } = [];

    /// <summary>What the sender of that mail was last told: where the notice stood.</summary>
    public string? Told { get; init; }

    /// <summary>When personal data were taken out of it, UTC; null where they never were.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>When its time was over, and its content and its files went, UTC (docs/privacy.md).</summary>
    public DateTimeOffset? EmptiedAt { get; init; }

    /// <summary>Whether something personal was taken out of it, or all of it because its time was over.</summary>
    [JsonIgnore]
    public bool IsErased => ErasedAt is not null || EmptiedAt is not null;

    /// <summary>The store's mark of this version, for optimistic concurrency.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>The notice that this one takes the place of, as its form says, readable as a whole or not.</summary>
    public static string? Amended(JsonObject form) =>
        form["amends"] is JsonValue value && value.TryGetValue<string>(out var id) ? id : null;

    /// <summary>The State part of an id; null where it is no id.</summary>
    public static StateCode? StateOf(string id) =>
        id.Length is > 4 and <= LongestId && id[3] == '-' && StateCode.IsWellFormed(id[..3])
            && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? new(id[..3]) : null;

    /// <summary>
    /// Whether it waits for its mission's or ministry's word (I7). It may have open questions too: an answer to the one
    /// is none to the other.
    /// </summary>
    public bool AwaitsOffice() => Status == NoticeStatus.Held
        || (Status == NoticeStatus.Query && ConfirmedBy is null && Objection is null && Problems.Any(p => p.Outcome == Outcome.Hold));

    /// <summary>How it came.</summary>
    public NoticeChannel Channel() => Entered switch
    {
        EntryRoad.Paper => NoticeChannel.Paper,
        EntryRoad.Telephone => NoticeChannel.Telephone,
        EntryRoad.Own => NoticeChannel.Own,
        EntryRoad.Mail => NoticeChannel.Mail,
        EntryRoad.Page => NoticeChannel.Page,
        _ when Mail is not null => NoticeChannel.Mail,
        _ => Sender is { Kind: CallerKind.State, SignedIn: true } ? NoticeChannel.Portal : NoticeChannel.Api,
    };

    /// <summary>
    /// Who of the Secretariat entered or corrected it, or could have sent it in its sender's name: their word is in it already.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<Author> Authors =>
    [
        .. (Sender.SetBy ?? []).Select(p => new Author(p, null, null)),
        .. Sender.Kind != CallerKind.Secretariat || Sender.Name == Caller.Hub.Name ? Array.Empty<Author>()
            : [new(Sender.Name, Sender.MadeBy, Sender.SignedIn)],
        .. Corrections.Select(c => new Author(c.By, c.MadeBy, c.SignedIn)),
    ];

    /// <summary>
    /// The first reviewer's approval, where the next would be the second's. With a key and signed in, one person has two names: what was
    /// approved in the one way is approved again in the other before anybody is the second.
    /// </summary>
    public Decision? FirstApproval(Caller next) => Decision.FirstApproval(Status, Decisions, next);

    /// <summary>The same notice in a state in which others than its sender are to be asked: due at once.</summary>
    public Notice Asking(NoticeStatus status, DateTimeOffset now) => Now(status, now) with { AsksSince = AsksSince ?? now };

    /// <summary>The same notice in another state, with its due time.</summary>
    public Notice Now(NoticeStatus status, DateTimeOffset? dueAt = null) =>
        this with { Status = status, DueAt = dueAt, Attempts = 0, Trouble = null };
}

/// <summary>That the State of a notice does not stand by it.</summary>
/// <param name="By">The mission or ministry that said so.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reason">Why.</param>
public sealed record Objection(string By, DateTimeOffset At, string Reason) : Confidential;

/// <summary>What a reviewer can decide.</summary>
public enum DecisionKind
{
    /// <summary>It goes into the register.</summary>
    Approve,

    /// <summary>It does not.</summary>
    Reject,

    /// <summary>The sender is asked.</summary>
    Query,
}

/// <summary>A reviewer's decision.</summary>
/// <param name="Kind">What was decided.</param>
/// <param name="Reviewer">By whom.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reason">Why; the sender is told.</param>
public sealed record Decision(DecisionKind Kind, string Reviewer, DateTimeOffset At, string? Reason) : Confidential
{
    /// <summary>The person behind the reviewer's key, where that is another's; null where it is the reviewer.</summary>
    public string? MadeBy { get; init; }

    /// <summary>Whether the reviewer had signed in, and did not come with a key.</summary>
    public bool SignedIn { get; init; }

    /// <summary>Whether approvals begin with it: what was approved before was something else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Begins { get; init; }

    /// <summary>The first approval of two among the decisions about a notice, where the next would be the second.</summary>
    internal static Decision? FirstApproval(NoticeStatus status, IReadOnlyList<Decision> decisions, Caller next)
    {
        if (status != NoticeStatus.SecondReview)
            return null;
        // Of before it was kept where they begin: the last one.
        var begins = decisions.ToList().FindLastIndex(d => d.Begins) is >= 0 and var at ? at : decisions.Count - 1;
        return decisions.Skip(begins).LastOrDefault(d => d.SignedIn == next.SignedIn);
    }

    /// <summary>Whether somebody took it.</summary>
    public bool IsOf(Caller reviewer) => reviewer.Name == Reviewer || reviewer.Person == (MadeBy ?? Reviewer);
}
