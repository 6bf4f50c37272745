using Azure.Data.Tables.Entities;

namespace Azure.Data.Tables.Transactions;

/// <summary>The service's rules for a transaction, applied before it is sent, because Azurite does not apply them all.</summary>
internal static class TransactionGuards
{
    private const int MostActions = 100;
    private const int MostBytes = 4 * 1024 * 1024;

    internal static void Check(IReadOnlyList<TableTransactionAction> actions)
    {
        if (actions.Count == 0)
            throw new InvalidOperationException("A transaction needs at least one action.");
        if (actions.Count > MostActions)
            throw Failed(MostActions, "InvalidInput", $"a transaction holds {MostActions} actions at most, not {actions.Count}");
        var rows = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < actions.Count; i++)
            Check(i, actions[i], actions[0].Entity.PartitionKey, rows);
    }

    internal static void CheckSize(int bytes)
    {
        if (bytes > MostBytes)
            throw new RequestFailedException(
                413, $"A transaction is {MostBytes} bytes at most, and this one has {bytes}: divide it.", "RequestBodyTooLarge", null);
    }

    private static void Check(int index, TableTransactionAction action, string partition, HashSet<string> rows)
    {
        EntityKeys.Check(action.Entity.PartitionKey, action.Entity.RowKey);
        if (action.Entity.PartitionKey != partition)
            throw Failed(index, "CommandsInBatchActOnDifferentPartitions", "all actions of a transaction act on one PartitionKey");
        if (!rows.Add(action.Entity.RowKey))
            throw Failed(index, "InvalidDuplicateRow", "an entity appears only once in a transaction");
        if (action is { ActionType: TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace, ETag: var etag }
            && etag == default)
            throw new ArgumentException(
                $"Action {index} is an update without an ETag, which would upsert: give the ETag, ETag.All, or make it an upsert.");
    }

    private static TableTransactionFailedException Failed(int index, string code, string why) =>
        new(new RequestFailedException(400, $"{index}:{code}: {why}.", code, null));
}
