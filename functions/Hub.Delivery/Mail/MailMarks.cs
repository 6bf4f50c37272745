using Hub.Notices.Recipients;

namespace Hub.Delivery.Mail;

/// <summary>How far a mailbox has told the readers of each cadence. The cursor's position is the lowest of these.</summary>
/// <param name="AtOnce">Those that are told at once: up to this event.</param>
/// <param name="Digests">Those whose digest waits; a cadence that is not here is as far as <paramref name="AtOnce"/>.</param>
public sealed record MailMarks(long AtOnce, IReadOnlyDictionary<Cadence, WaitingDigest> Digests)
{
    private static readonly Cadence[] DigestCadences = [Cadence.Daily, Cadence.Weekly];

    /// <summary>The lowest.</summary>
    public long Lowest => Digests.Values.Select(d => d.Told).Append(AtOnce).Min();

    /// <summary>When the next digest goes; null where none waits.</summary>
    public DateTimeOffset? NextDigest => Digests.Count == 0 ? null : Digests.Values.Min(d => d.Due);

    /// <summary>All cadences.</summary>
    public static IReadOnlyList<Cadence> All { get; } = Enum.GetValues<Cadence>();

    /// <summary>Up to which event the readers of a cadence are told.</summary>
    public long Told(Cadence cadence) => Digests.GetValueOrDefault(cadence)?.Told ?? AtOnce;

    /// <summary>The cadences that a round which begins now tells.</summary>
    public IReadOnlyList<Cadence> Due(DateTimeOffset now) => [Cadence.AtOnce, .. Digests.Where(d => d.Value.Due <= now).Select(d => d.Key)];

    /// <summary>
    /// The marks after a round: digests that were not told wait, and those that have somebody to tell something new begin to.
    /// </summary>
    public MailMarks After(
        long upTo, IReadOnlyCollection<Cadence> told, IReadOnlyCollection<Cadence> owed, DigestTimes times, DateTimeOffset now)
    {
        var (atOnce, digests) = (Math.Max(AtOnce, upTo), new Dictionary<Cadence, WaitingDigest>());
        foreach (var cadence in DigestCadences)
            if (Waits(cadence) is { } waiting && waiting.Told < atOnce)
                digests[cadence] = waiting;
        return new(atOnce, digests);

        WaitingDigest? Waits(Cadence cadence) => (Digests.GetValueOrDefault(cadence), told.Contains(cadence)) switch
        {
            ({ } waiting, true) => waiting with { Told = upTo },
            ({ } waiting, false) => waiting,
            (null, false) when owed.Contains(cadence) => new(AtOnce, times.Next(cadence, now)),
            _ => null,
        };
    }
}

/// <summary>A digest that waits for its time.</summary>
/// <param name="Told">Its readers are told up to this event.</param>
/// <param name="Due">When it goes, UTC.</param>
public sealed record WaitingDigest(long Told, DateTimeOffset Due);
