using System.Text.Json;
using Azure.Data.Tables;
using Hub.Notices;
using Hub.Register.Json;

namespace Hub.Azure.Tables.Intake;

/// <summary>Summaries of all notices in memory, for lists.</summary>
internal sealed class NoticeIndex : IDisposable
{
    /// <summary>The column of a notice's summary.</summary>
    public const string Summary = "Summary";

    private const int MostStates = 20;
    private static readonly string[] Columns = ["RowKey", Summary];
    private static readonly TimeSpan ReadsAll = TimeSpan.FromMinutes(30);
    private readonly TableClient _notices;
    private readonly RowsInMemory<NoticeSummary> _summaries;

    /// <summary>Those of a table.</summary>
    public NoticeIndex(TableClient notices, RowAnnouncements announcements, TimeProvider clock) =>
        (_notices, _summaries) = (notices, new(announcements, Of, s => s.State.Value, MostStates, ReadsAll, clock));

    /// <summary>A notice as its row has it.</summary>
    public static string Written(Notice notice) => JsonSerializer.Serialize(NoticeSummary.Of(notice), HubJson.Options);

    /// <summary>The summaries as they stand.</summary>
    public Task<IReadOnlyList<NoticeSummary>> Read(CancellationToken cancel) => _summaries.Read(cancel);

    /// <inheritdoc/>
    public void Dispose() => _summaries.Dispose();

    // Fingerprints have no status.
    private async Task<IReadOnlyList<NoticeSummary>> Of(string? state, CancellationToken cancel)
    {
        var filter = state is { } one
            ? TableClient.CreateQueryFilter($"PartitionKey eq {one} and Status ge {""}")
            : TableClient.CreateQueryFilter($"Status ge {""}");
        var found = new List<NoticeSummary>();
        await foreach (var row in _notices.QueryAsync<TableEntity>(filter, select: Columns, cancellationToken: cancel))
        {
            if (row.GetString(Summary) is not { } json)
                return await Whole(filter, cancel);
            found.Add(JsonSerializer.Deserialize<NoticeSummary>(json, HubJson.Options)!);
        }
        return found;
    }

    // A version of the hub that knew no summaries wrote some of them.
    private async Task<IReadOnlyList<NoticeSummary>> Whole(string filter, CancellationToken cancel) =>
        await _notices.QueryAsync<TableEntity>(filter, cancellationToken: cancel).Select(e => NoticeSummary.Of(e.Value<Notice>()))
            .ToListAsync(cancel);
}
