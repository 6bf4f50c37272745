using Hub.Register.Records;

namespace Hub.Register.Lookup;

/// <summary>A time at which several offices are open.</summary>
/// <param name="From">From then.</param>
/// <param name="To">Until then.</param>
public sealed record SharedTime(DateTimeOffset From, DateTimeOffset To);

/// <summary>When several offices are open at once, each by its own clock.</summary>
public static class SharedHours
{
    /// <summary>The most offices that are compared.</summary>
    public const int MostOffices = 5;

    // Two weeks have ten working days, wherever the weekend is.
    private const int Days = 14;

    // Less is no time for a call.
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(15);

    /// <summary>
    /// The times within two weeks, in their order; empty where there is none, and where an office's hours or zone are not known.
    /// </summary>
    public static IReadOnlyList<SharedTime> Of(IReadOnlyCollection<AuthorityRestricted> offices, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(offices);
        var clocks = offices.Select(OfficeClock.Of).ToList();
        if (clocks.Count is 0 or > MostOffices || clocks.Contains(null))
            return [];
        return
        [
            .. clocks.Select(c => c!.Open(at, Days)).Aggregate(Both).Where(t => t.To - t.From >= Least),
        ];
    }

    /// <summary>Whether an office's hours and zone are known.</summary>
    public static bool AreKnown(AuthorityRestricted office) => OfficeClock.Of(office) is not null;

    private static IReadOnlyList<SharedTime> Both(IReadOnlyList<SharedTime> one, IReadOnlyList<SharedTime> other)
    {
        var both = new List<SharedTime>();
        for (var (i, j) = (0, 0); i < one.Count && j < other.Count;)
        {
            var from = one[i].From > other[j].From ? one[i].From : other[j].From;
            var to = one[i].To < other[j].To ? one[i].To : other[j].To;
            if (from < to)
                both.Add(new(from, to));
            if (one[i].To < other[j].To)
                i++;
            else
                j++;
        }
        return both;
    }
}
