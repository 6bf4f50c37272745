using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Lookup;

namespace Hub.Notices.Numbers;

/// <summary>How many records were known to be right at the end of a month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Records">The records there were.</param>
/// <param name="Confirmed">Those that their States had confirmed, changed or designated within the year before.</param>
public sealed record ConfirmedRecords(Month Month, int Records, int Confirmed) : IPublic
{
    /// <summary>The share of them, of a hundred; null where there was no record.</summary>
    public int? Percent => Records == 0 ? null : (int)Math.Round(100.0 * Confirmed / Records, MidpointRounding.AwayFromZero);
}

/// <summary>Numbers about records: pure functions of what happened to them.</summary>
public static class UpkeepNumbers
{
    /// <summary>How many were known to be right, month by month; of the month that is not over, now.</summary>
    public static IReadOnlyList<ConfirmedRecords> Confirmed(
        IReadOnlyCollection<IReadOnlyList<RecordEvent>> records, MonthSpan span, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(span);
        return [.. span.Months.Select(m => At(records, m, m.End() < now ? m.End() : now))];
    }

    private static ConfirmedRecords At(IEnumerable<IReadOnlyList<RecordEvent>> records, Month month, DateTimeOffset end)
    {
        var last = records.Select(r => r.LastOrDefault(e => e.Time < end || (e.Time == end && end < month.End())))
            .Where(e => e is not null and not { Type: EventType.AuthorityWithdrawn }).ToList();
        return new(month, last.Count, last.Count(e => e!.Time >= end.AddYears(-1)));
    }
}
