namespace Azure.Data.Tables.Http;

/// <summary>What a query asks for, and by which headers its next page is named.</summary>
internal sealed record Query(string Path, string? Filter, int? PageSize, string? Select, string[] Continuation)
{
    internal static Query Tables(string? filter, int? pageSize) => new("Tables", filter, pageSize, null, ["NextTableName"]);

    internal static Query Entities(string table, string? filter, int? pageSize, IEnumerable<string>? select) =>
        new($"{table}()", filter, pageSize, select is null ? null : string.Join(',', select), ["NextPartitionKey", "NextRowKey"]);
}
