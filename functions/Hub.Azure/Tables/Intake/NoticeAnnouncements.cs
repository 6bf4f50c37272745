using System.Collections.Concurrent;
using Azure.Data.Tables;
using Hub.Register.States;

namespace Hub.Azure.Tables.Intake;

/// <summary>
/// Whoever writes a notice says first that something of its State is about to change: in one partition, a row a State. Who keeps notices in
/// memory reads that partition, and what was announced.
/// </summary>
/// <param name="notices">The table.</param>
/// <param name="clock">The clock of storage.</param>
internal sealed class NoticeAnnouncements(TableClient notices, TimeProvider clock)
{
    private const string Announced = "announced";

    // One announcement counts for all that is written shortly after it: in a burst it costs next to nothing.
    private static readonly TimeSpan Counts = TimeSpan.FromSeconds(10);

    /// <summary>From an announcement to the end of the last write that it counts for, with clocks that differ by some seconds.</summary>
    public static readonly TimeSpan Longest = Counts + TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<StateCode, long> _announced = new();

    /// <summary>Says that a notice of a State is about to be written.</summary>
    public async Task Announce(StateCode state, CancellationToken cancel)
    {
        var now = clock.GetTimestamp();
        if (_announced.TryGetValue(state, out var last) && clock.GetElapsedTime(last, now) < Counts)
            return;
        await notices.UpsertEntityAsync(new TableEntity(Announced, state.Value), TableUpdateMode.Replace, cancel);
        _announced[state] = now;
    }

    /// <summary>The States of which something was announced since a time of storage's clock.</summary>
    public async Task<IReadOnlyList<StateCode>> Since(DateTimeOffset time, CancellationToken cancel) =>
        await notices.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {Announced} and Timestamp ge {time}"), select: ["RowKey"],
                cancellationToken: cancel)
            .Select(row => new StateCode(row.RowKey)).ToListAsync(cancel);
}
