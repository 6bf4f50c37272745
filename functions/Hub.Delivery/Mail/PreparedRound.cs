using Hub.Notices.Recipients;
using Hub.Register.Log;

namespace Hub.Delivery.Mail;

/// <summary>What a round sends: its changes, to its readers.</summary>
/// <param name="UpTo">The last event it covers.</param>
/// <param name="Changes">The changes, in the order of the log.</param>
/// <param name="Recipients">Whom it tells, in the order of their ids.</param>
/// <param name="Owed">The cadences that have readers to whom it owes something new.</param>
internal sealed record PreparedRound(
    long UpTo, IReadOnlyList<DirectoryChange> Changes, IReadOnlyList<Recipient> Recipients, IReadOnlyCollection<Cadence> Owed)
{
    /// <summary>The readers whose addresses bounced, and why: they are not written to.</summary>
    public IReadOnlyDictionary<string, string> Stopped { get; init; } = new Dictionary<string, string>();

    /// <summary>A round with nobody to tell.</summary>
    public static PreparedRound Empty(long upTo) => new(upTo, [], [], []);

    /// <summary>A recipient by its id; null where it is not told.</summary>
    public Recipient? Find(string? id) => id is null ? null : Recipients.FirstOrDefault(r => r.Reader.Id == id);

    /// <summary>The recipient after another; the first where there is no other.</summary>
    public Recipient? After(string? id) => Recipients.FirstOrDefault(r => id is null || string.CompareOrdinal(r.Reader.Id, id) > 0);

    /// <summary>What a recipient is told.</summary>
    public IReadOnlyList<DirectoryChange> For(Recipient recipient) => [.. Changes.Where(c => recipient.IsToldOf(c.Event))];
}

/// <summary>A reader in a round.</summary>
/// <param name="Reader">The reader.</param>
/// <param name="Preferences">What it wants.</param>
/// <param name="After">It is told of what came after this event.</param>
internal sealed record Recipient(Reader Reader, ReadingPreferences Preferences, long After)
{
    /// <summary>Whether an event of the round is for it.</summary>
    public bool IsToldOf(DirectoryEvent e) => e.Sequence > After && Preferences.Wants(e);
}
