using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Azure.Data.Tables;
using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Azure.Tables.Intake;

/// <summary>
/// Summaries of all notices in memory, for lists. Whoever writes a notice says first that something of its State is about to change, in
/// one partition of a row a State; a look reads that partition, and again what was announced lately. What nobody announced (a row deleted
/// by hand, a write that took longer than any does) is seen when everything is read again.
/// </summary>
/// <param name="notices">The table.</param>
/// <param name="clock">The clock of storage.</param>
internal sealed class NoticeIndex(TableClient notices, TimeProvider clock) : IDisposable
{
    /// <summary>The column of a notice's summary.</summary>
    public const string Summary = "Summary";

    private const string Announced = "announced";

    // Where more States than these were announced, reading everything takes less.
    private const int MostStates = 20;
    private static readonly string[] Columns = ["RowKey", Summary];

    // One announcement counts for all that is written shortly after it: in a burst it costs next to nothing.
    private static readonly TimeSpan Counts = TimeSpan.FromSeconds(10);

    // From an announcement to the end of the last write that it counts for, with clocks that differ by some seconds.
    private static readonly TimeSpan Longest = Counts + TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ReadsAll = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<StateCode, long> _announced = new();
    private readonly SemaphoreSlim _refreshing = new(1);
    private Known? _known;

    /// <summary>A notice as its row has it.</summary>
    public static string Written(Notice notice) => JsonSerializer.Serialize(NoticeSummary.Of(notice), HubJson.Options);

    /// <summary>Says that a notice of a State is about to be written.</summary>
    public async Task Announce(StateCode state, CancellationToken cancel)
    {
        var now = clock.GetTimestamp();
        if (_announced.TryGetValue(state, out var last) && clock.GetElapsedTime(last, now) < Counts)
            return;
        await notices.UpsertEntityAsync(new TableEntity(Announced, state.Value), TableUpdateMode.Replace, cancel);
        _announced[state] = now;
    }

    /// <summary>The summaries as they stand.</summary>
    public async Task<IReadOnlyList<NoticeSummary>> Read(CancellationToken cancel)
    {
        var asked = clock.GetTimestamp();
        await _refreshing.WaitAsync(cancel);
        try
        {
            // Whoever waited here is served by a look that began after it asked.
            if (_known is not { } known || known.Began <= asked)
                _known = known = await Refresh(_known, cancel);
            return known.All.Value;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _refreshing.Dispose();

    private async Task<Known> Refresh(Known? old, CancellationToken cancel)
    {
        var (began, at) = (clock.GetTimestamp(), clock.GetUtcNow());
        if (old is null || clock.GetElapsedTime(old.AllRead, began) > ReadsAll)
            return await All(began, at, cancel);
        var states = await AnnouncedSince(old.At - Longest, cancel);
        if (states.Count > MostStates)
            return await All(began, at, cancel);
        var read = await Task.WhenAll(states.Select(async s => KeyValuePair.Create(s, (await Of(s, cancel)).ToImmutableArray())));
        return read.Length == 0
            ? old with { Began = began, At = at }
            : new(began, at, old.AllRead, old.ByState.SetItems(read));
    }

    private async Task<Known> All(long began, DateTimeOffset at, CancellationToken cancel) => new(
        began, at, began, (await Of(null, cancel)).GroupBy(s => s.State).ToImmutableDictionary(g => g.Key, g => g.ToImmutableArray()));

    private async Task<IReadOnlyList<StateCode>> AnnouncedSince(DateTimeOffset time, CancellationToken cancel) =>
        await notices.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {Announced} and Timestamp ge {time}"), select: ["RowKey"],
                cancellationToken: cancel)
            .Select(row => new StateCode(row.RowKey)).ToListAsync(cancel);

    // Fingerprints have no status.
    private async Task<IReadOnlyList<NoticeSummary>> Of(StateCode? state, CancellationToken cancel)
    {
        var filter = state is { } one
            ? TableClient.CreateQueryFilter($"PartitionKey eq {one.Value} and Status ge {""}")
            : TableClient.CreateQueryFilter($"Status ge {""}");
        var found = new List<NoticeSummary>();
        await foreach (var row in notices.QueryAsync<TableEntity>(filter, select: Columns, cancellationToken: cancel))
        {
            if (row.GetString(Summary) is not { } json)
                return await Whole(filter, cancel);
            found.Add(JsonSerializer.Deserialize<NoticeSummary>(json, HubJson.Options)!);
        }
        return found;
    }

    // A version of the hub that knew no summaries wrote some of them.
    private async Task<IReadOnlyList<NoticeSummary>> Whole(string filter, CancellationToken cancel) =>
        await notices.QueryAsync<TableEntity>(filter, cancellationToken: cancel).Select(e => NoticeSummary.Of(e.Value<Notice>()))
            .ToListAsync(cancel);

    // The summaries of each State; when that look began, by a clock that is never put right and by storage's; when all were read last.
    private sealed record Known(
        long Began, DateTimeOffset At, long AllRead, ImmutableDictionary<StateCode, ImmutableArray<NoticeSummary>> ByState)
    {
        public Lazy<IReadOnlyList<NoticeSummary>> All { get; } = new(() => [.. ByState.Values.SelectMany(s => s)]);
    }
}
