using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Hub.Intake.Inbox;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Operations.Erasures;
using Hub.Operations.Retention;
using Hub.Register.Json;
using Hub.Work.Failures;

namespace Hub.Azure.Tables;

/// <summary>
/// What is old in the tables: by the time that storage gives every row when it is written, or by the time in a row's own key.
/// </summary>
public sealed class OldRows(HubTables tables, KeyStore keys) : IOldRows
{
    /// <summary>The column of what is emptied already.</summary>
    internal const string Emptied = "Emptied";

    private const int MostOfTransaction = 100;
    private static readonly string[] KeysOnly = ["PartitionKey", "RowKey", Emptied];

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> Notices(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var status in Enum.GetValues<NoticeStatus>().Where(ErasedNotice.IsSettled))
        {
            var filter = TableClient.CreateQueryFilter($"Status eq {status.Code()} and Timestamp lt {before}");
            await foreach (var row in tables.Notices.QueryAsync<TableEntity>(filter, select: KeysOnly, cancellationToken: cancel))
                if (row.GetBoolean(Emptied) != true)
                    yield return row.RowKey;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<MailRecord> Mails(
        IReadOnlyCollection<InboundMailStatus> fates, DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var fate in fates)
        {
            var filter = TableClient.CreateQueryFilter($"RowKey eq {"mail"} and Fate eq {fate.Code()} and Timestamp lt {before}");
            await foreach (var row in tables.Mails.QueryAsync<TableEntity>(filter, cancellationToken: cancel))
                if (row.GetBoolean(Emptied) != true)
                    yield return row.Value<MailRecord>();
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<DocumentWork> Works(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancel)
    {
        var filter = TableClient.CreateQueryFilter($"Timestamp lt {before}");
        await foreach (var row in tables.Documents.QueryAsync<TableEntity>(filter, cancellationToken: cancel))
            yield return row.Value<DocumentWork>();
    }

    /// <inheritdoc/>
    public Task<int> Remove(RetentionKind kind, DateTimeOffset before, int limit, CancellationToken cancel) => kind switch
    {
        RetentionKind.Senders => Delete(tables.Mails, $"PartitionKey eq {"sender"} and Timestamp lt {before}", limit, cancel),
        RetentionKind.Deliveries => Deliveries(before, limit, cancel),
        RetentionKind.SettledFailures => Delete(
            tables.Failures, $"PartitionKey eq {"failure"} and RowKey gt {Inverted(before)}", limit, cancel,
            row => row.Value<DeadLetter>().RetriedAt < before),
        RetentionKind.Failures => Delete(
            tables.Failures, $"PartitionKey eq {"failure"} and RowKey gt {Inverted(before)}", limit, cancel),
        RetentionKind.Errors => Delete(
            tables.Failures, $"(PartitionKey eq {"error"} or PartitionKey eq {"ended"}) and Timestamp lt {before}", limit, cancel),
        RetentionKind.EndedKeys => keys.RemoveEnded(before, limit, cancel),
        RetentionKind.LastUses => keys.ForgetLastUses(before, limit, cancel),
        RetentionKind.Actions => Delete(
            tables.Keys, $"PartitionKey eq {ActionLog.Partition} and RowKey gt {Inverted(before)}", limit, cancel),
        RetentionKind.Notices or RetentionKind.Translations or RetentionKind.DismissedMails or RetentionKind.OtherMails
            or RetentionKind.UndecidedMails => throw new NotSupportedException($"{kind} are more than rows."),
    };

    private async Task<int> Deliveries(DateTimeOffset before, int limit, CancellationToken cancel)
    {
        var gone = await Delete(tables.Deliveries, $"RowKey gt {Inverted(before)}", limit, cancel);
        return gone < limit
            ? gone + await Delete(tables.Outbox, $"Done eq {true} and Timestamp lt {before}", limit - gone, cancel)
            : gone;
    }

    // A row of an attempt or of a failure is named by its time, counted backwards.
    private static string Inverted(DateTimeOffset before) => $"{DateTime.MaxValue.Ticks - before.UtcTicks:D19}-~";

    private static async Task<int> Delete(
        TableClient table, FormattableString filter, int limit, CancellationToken cancel, Func<TableEntity, bool>? which = null)
    {
        var gone = new List<TableEntity>();
        var query = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(filter), select: which is null ? KeysOnly : null, cancellationToken: cancel);
        await foreach (var row in query)
        {
            if (which is null || which(row))
                gone.Add(row);
            if (gone.Count >= limit)
                break;
        }
        foreach (var partition in gone.GroupBy(r => r.PartitionKey))
            foreach (var rows in partition.Chunk(MostOfTransaction))
                await table.SubmitTransactionAsync(
                    rows.Select(r => new TableTransactionAction(TableTransactionActionType.Delete, r)), cancel);
        return gone.Count;
    }
}
