using System.Buffers;
using System.Text;
using Azure.Core;
using Azure.Data.Tables.Entities;

namespace Azure.Data.Tables.Transactions;

/// <summary>The multipart body of a transaction: one change set, one part an action.</summary>
internal sealed class TransactionBody
{
    private readonly string _batch = $"batch_{Guid.NewGuid()}";
    private readonly string _changes = $"changeset_{Guid.NewGuid()}";
    private readonly Uri _table;

    internal TransactionBody(IReadOnlyList<TableTransactionAction> actions, Uri table)
    {
        TransactionGuards.Check(actions);
        _table = table;
        Add($"--{_batch}\r\nContent-Type: multipart/mixed; boundary={_changes}\r\n\r\n");
        foreach (var action in actions)
            Add(action);
        Add($"--{_changes}--\r\n--{_batch}--\r\n");
        TransactionGuards.CheckSize(Content.WrittenCount);
    }

    internal ArrayBufferWriter<byte> Content { get; } = new();

    internal HttpHeader ContentType => new("Content-Type", $"multipart/mixed; boundary={_batch}");

    private static string Verb(TableTransactionActionType type) => type switch
    {
        TableTransactionActionType.Add => "POST",
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => "PATCH",
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT",
        TableTransactionActionType.Delete => "DELETE",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not an action of a transaction."),
    };

    private static string Condition(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Delete when action.ETag == default => "If-Match: *\r\n",
        TableTransactionActionType.Delete or TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace =>
            $"If-Match: {action.ETag}\r\n",
        TableTransactionActionType.Add => "Prefer: return-no-content\r\n",
        _ => "",
    };

    private void Add(TableTransactionAction action)
    {
        var entity = action.Entity;
        var address = action.ActionType == TableTransactionActionType.Add ? "" : EntityKeys.Path(entity.PartitionKey, entity.RowKey);
        Add($"--{_changes}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n" +
            $"{Verb(action.ActionType)} {_table.AbsoluteUri}{address} HTTP/1.1\r\nAccept: application/json;odata=minimalmetadata\r\n" +
            $"DataServiceVersion: 3.0\r\n{Condition(action)}");
        if (action.ActionType != TableTransactionActionType.Delete)
        {
            Add("Content-Type: application/json\r\n\r\n");
            EntityJson.Write(Content, entity);
        }
        Add("\r\n\r\n");
    }

    private void Add(string text) => Encoding.UTF8.GetBytes(text, Content);
}
