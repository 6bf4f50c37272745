using System.Collections.Immutable;

namespace Hub.Azure.Tables.Intake;

/// <summary>Reads something of the rows of a group, or of all.</summary>
internal delegate Task<IReadOnlyList<T>> RowQuery<T>(string? group, CancellationToken cancel);

/// <summary>
/// Something of all rows of a table in memory: notices by their States, mails by how their ids begin. A look reads again the groups that
/// were announced since the last one. What nobody announced (a row deleted by hand, a write that took longer than any does) is seen when
/// everything is read again.
/// </summary>
/// <param name="announcements">Which groups changed.</param>
/// <param name="query">Reads them.</param>
/// <param name="groupOf">In which group something is.</param>
/// <param name="mostGroups">Where more groups than these were announced, everything is read.</param>
/// <param name="readsAll">After this time everything is read in any case.</param>
/// <param name="clock">The clock of storage.</param>
internal sealed class RowsInMemory<T>(
    RowAnnouncements announcements, RowQuery<T> query, Func<T, string> groupOf, int mostGroups, TimeSpan readsAll,
    TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _refreshing = new(1);
    private Known? _known;

    /// <summary>All of them, as they stand.</summary>
    public async Task<IReadOnlyList<T>> Read(CancellationToken cancel)
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
        if (old is null || clock.GetElapsedTime(old.AllRead, began) > readsAll)
            return await All(began, at, cancel);
        var groups = await announcements.Since(old.At - RowAnnouncements.Longest, cancel);
        if (groups.Count > mostGroups)
            return await All(began, at, cancel);
        var read = await Task.WhenAll(groups.Select(async s => KeyValuePair.Create(s, (await query(s, cancel)).ToImmutableArray())));
        return read.Length == 0
            ? old with { Began = began, At = at }
            : new(began, at, old.AllRead, old.ByGroup.SetItems(read));
    }

    private async Task<Known> All(long began, DateTimeOffset at, CancellationToken cancel) => new(
        began, at, began, (await query(null, cancel)).GroupBy(groupOf).ToImmutableDictionary(g => g.Key, g => g.ToImmutableArray()));

    // Those of each group; when that look began, by a clock that is never put right and by storage's; when all were read last.
    private sealed record Known(long Began, DateTimeOffset At, long AllRead, ImmutableDictionary<string, ImmutableArray<T>> ByGroup)
    {
        public Lazy<IReadOnlyList<T>> All { get; } = new(() => [.. ByGroup.Values.SelectMany(s => s)]);
    }
}
