using System.Text.Json.Serialization;
using Hub.Register.Json;

namespace Hub.Notices.Recipients;

/// <summary>
/// What came back from a recipient's address. A history of another address than the recipient's present one is over:
/// that is how a change closes it.
/// </summary>
/// <param name="Recipient">The recipient's id.</param>
/// <param name="Address">The address.</param>
public sealed record AddressHistory(string Recipient, string Address) : Confidential
{
    /// <summary>The mails that were not delivered, oldest first, one entry each.</summary>
    public IReadOnlyList<Bounce> Bounces { get; init; } = [];

    /// <summary>When a person last said that the address is right, UTC.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Who that was: the name of a key.</summary>
    public string? ResolvedBy { get; init; }

    /// <summary>The store's mark of this version, for optimistic concurrency; null before the first.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>The history with one more bounce; a mail counts once, however many reports tell of it.</summary>
    public AddressHistory With(Bounce bounce)
    {
        // What happened behind the mailbox does not undo that it did not take the mail itself.
        var before = Bounces.FirstOrDefault(b => b.MailId == bounce.MailId);
        var kept = before is { IsBehind: false } && bounce.IsBehind ? before : bounce;
        return this with
        {
            Bounces = [.. Bounces.Where(b => b.MailId != bounce.MailId).Append(kept).OrderBy(b => b.At).TakeLast(BouncePolicy.MostKept)],
        };
    }
}

/// <summary>A mail that was not delivered.</summary>
/// <param name="MailId">The mail's id.</param>
/// <param name="Status">The status code that its report gave.</param>
/// <param name="IsProven">Whether the report knew the mail's Message-ID, which only who had the mail can know.</param>
/// <param name="At">When the report came, UTC.</param>
public sealed record Bounce(string MailId, string? Status, bool IsProven, DateTimeOffset At)
{
    /// <summary>
    /// Whether it failed for somebody to whom the mailbox passes its mail on, a member of a group, and not for the mailbox.
    /// </summary>
    public bool IsBehind { get; init; }

    /// <summary>Why.</summary>
    public BounceCause Cause() => IsBehind ? BounceCause.Of(Status).Behind() : BounceCause.Of(Status);
}

/// <summary>Where the histories of addresses are kept.</summary>
public interface IAddressStore
{
    /// <summary>All of them: of recipients that had bounces, some dozens.</summary>
    Task<IReadOnlyList<AddressHistory>> List(CancellationToken cancel);

    /// <summary>A recipient's; null where nothing ever came back.</summary>
    Task<AddressHistory?> Find(string recipient, CancellationToken cancel);

    /// <summary>Writes one back; false where somebody else wrote it since it was read.</summary>
    Task<bool> Save(AddressHistory history, CancellationToken cancel);
}
