using Azure.Data.Tables;

namespace Hub.Azure.Tables.Intake;

/// <summary>
/// The notices of which the hub has to do something, in memory: at a time, or tell a sender where one stands. To find them in the table
/// takes a scan of it all.
/// </summary>
internal sealed class OpenNotices : IDisposable
{
    /// <summary>The column of when the hub must next do something about a notice.</summary>
    public const string DueAt = "DueAt";

    /// <summary>The column that says that its sender is still to be told.</summary>
    public const string Owed = "WordOwed";

    private const int MostStates = 3;
    private static readonly string[] Columns = ["PartitionKey", "RowKey", DueAt, Owed];
    private static readonly TimeSpan ReadsAll = TimeSpan.FromMinutes(10);
    private readonly TableClient _notices;
    private readonly RowsInMemory<Open> _open;

    /// <summary>Those of a table.</summary>
    public OpenNotices(TableClient notices, RowAnnouncements announcements, TimeProvider clock) =>
        (_notices, _open) = (notices, new(announcements, Of, o => o.State, MostStates, ReadsAll, clock));

    /// <summary>The ids of those that are due.</summary>
    public async Task<IReadOnlyList<string>> Due(DateTimeOffset now, CancellationToken cancel) =>
        [.. (await _open.Read(cancel)).Where(o => o.DueAt <= now).Select(o => o.Id)];

    /// <summary>The ids of those whose senders are still to be told.</summary>
    public async Task<IReadOnlyList<string>> Untold(CancellationToken cancel) =>
        [.. (await _open.Read(cancel)).Where(o => o.IsOwed).Select(o => o.Id)];

    /// <inheritdoc/>
    public void Dispose() => _open.Dispose();

    private async Task<IReadOnlyList<Open>> Of(string? state, CancellationToken cancel)
    {
        var filter = state is { } one
            ? TableClient.CreateQueryFilter($"PartitionKey eq {one} and (DueAt ge {DateTimeOffset.UnixEpoch} or WordOwed eq {true})")
            : TableClient.CreateQueryFilter($"DueAt ge {DateTimeOffset.UnixEpoch} or WordOwed eq {true}");
        return await _notices.QueryAsync<TableEntity>(filter, select: Columns, cancellationToken: cancel)
            .Select(r => new Open(r.RowKey, r.PartitionKey, r.GetDateTimeOffset(DueAt), r.GetBoolean(Owed) == true))
            .ToListAsync(cancel);
    }

    private sealed record Open(string Id, string State, DateTimeOffset? DueAt, bool IsOwed);
}
