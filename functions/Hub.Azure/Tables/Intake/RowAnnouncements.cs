using System.Collections.Concurrent;
using Azure.Data.Tables;

namespace Hub.Azure.Tables.Intake;

/// <summary>
/// Whoever writes a row says first that something of its group is about to change: in one partition, a row a group. Who keeps rows in
/// memory reads that partition, and what was announced.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="clock">The clock of storage.</param>
internal sealed class RowAnnouncements(TableClient table, TimeProvider clock)
{
    private const string Announced = "announced";

    // One announcement counts for all that is written shortly after it: in a burst it costs next to nothing.
    private static readonly TimeSpan Counts = TimeSpan.FromSeconds(10);

    /// <summary>From an announcement to the end of the last write that it counts for, with clocks that differ by some seconds.</summary>
    public static readonly TimeSpan Longest = Counts + TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, long> _announced = new();

    /// <summary>Says that a row of a group is about to be written.</summary>
    public async Task Announce(string group, CancellationToken cancel)
    {
        var now = clock.GetTimestamp();
        if (_announced.TryGetValue(group, out var last) && clock.GetElapsedTime(last, now) < Counts)
            return;
        await table.UpsertEntityAsync(new TableEntity(Announced, group), TableUpdateMode.Replace, cancel);
        _announced[group] = now;
    }

    /// <summary>The groups of which something was announced since a time of storage's clock.</summary>
    public async Task<IReadOnlyList<string>> Since(DateTimeOffset time, CancellationToken cancel) =>
        await table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {Announced} and Timestamp ge {time}"), select: ["RowKey"],
                cancellationToken: cancel)
            .Select(row => row.RowKey).ToListAsync(cancel);
}
