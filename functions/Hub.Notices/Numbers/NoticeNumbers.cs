using Hub.Register.Json;

namespace Hub.Notices.Numbers;

/// <summary>How many notices of a kind came in each month.</summary>
/// <param name="Key">What they have in common: a State, a kind, a channel; empty where that is not known.</param>
/// <param name="Counts">How many, month by month.</param>
public sealed record CountRow(string Key, IReadOnlyList<int> Counts) : IPublic
{
    /// <summary>How many in all.</summary>
    public int Total => Counts.Sum();
}

/// <summary>How long decisions of a month took, from receipt.</summary>
/// <param name="Month">The month in which they were taken.</param>
/// <param name="Decided">How many.</param>
/// <param name="Median">Half of them took no longer; null where there is none.</param>
/// <param name="NineTenths">Nine of ten took no longer.</param>
public sealed record DecisionTimes(Month Month, int Decided, TimeSpan? Median, TimeSpan? NineTenths) : IPublic;

/// <summary>Numbers about notices: pure functions of their summaries, whatever the order these come in.</summary>
public static class NoticeNumbers
{
    /// <summary>By State, the most first.</summary>
    public static IReadOnlyList<CountRow> ByState(IEnumerable<NoticeSummary> notices, MonthSpan span) =>
        By(notices, span, n => n.State.Value);

    /// <summary>By what kind they are.</summary>
    public static IReadOnlyList<CountRow> ByKind(IEnumerable<NoticeSummary> notices, MonthSpan span) =>
        By(notices, span, n => n.Kind?.Code() ?? "");

    /// <summary>By how they came.</summary>
    public static IReadOnlyList<CountRow> ByChannel(IEnumerable<NoticeSummary> notices, MonthSpan span) =>
        By(notices, span, n => n.Channel.Code());

    /// <summary>How long decisions took, month by month.</summary>
    public static IReadOnlyList<DecisionTimes> Decisions(IEnumerable<NoticeSummary> notices, MonthSpan span)
    {
        ArgumentNullException.ThrowIfNull(span);
        var took = notices.Where(n => n.DecidedAt is not null)
            .ToLookup(n => Month.Of(n.DecidedAt!.Value), n => n.DecidedAt!.Value - n.ReceivedAt);
        return [.. span.Months.Select(m => (Month: m, Took: took[m].Order().ToList()))
            .Select(m => new DecisionTimes(m.Month, m.Took.Count, Within(m.Took, 50), Within(m.Took, 90)))];
    }

    private static List<CountRow> By(IEnumerable<NoticeSummary> notices, MonthSpan span, Func<NoticeSummary, string> key)
    {
        var first = span.From.First;
        var counts = new Dictionary<string, int[]>();
        foreach (var notice in notices.Where(n => span.Contains(n.ReceivedAt)))
        {
            if (!counts.TryGetValue(key(notice), out var row))
                counts[key(notice)] = row = new int[span.Months.Count];
            var month = Month.Of(notice.ReceivedAt).First;
            row[((month.Year - first.Year) * 12) + month.Month - first.Month]++;
        }
        return
        [
            .. counts.Select(c => new CountRow(c.Key, c.Value)).OrderByDescending(r => r.Total).ThenBy(r => r.Key, StringComparer.Ordinal),
        ];
    }

    // The least that so many of a hundred do not exceed (nearest rank).
    private static TimeSpan? Within(List<TimeSpan> sorted, int percent) =>
        sorted.Count == 0 ? null : sorted[((sorted.Count * percent) + 99) / 100 - 1];
}
