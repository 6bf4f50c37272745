using System.Buffers;
using System.Linq.Expressions;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Http;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Transactions;

namespace Azure.Data.Tables;

/// <summary>One table and its entities.</summary>
public class TableClient
{
    private readonly TableRequests _requests = null!;
    private readonly TableServiceClient _service = null!;

    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
    {
        var table = new TableServiceClient(connectionString, options).GetTableClient(tableName);
        (_requests, _service, Name) = (table._requests, table._service, table.Name);
    }

    protected TableClient()
    {
    }

    internal TableClient(TableRequests requests, TableServiceClient service, string tableName) =>
        (_requests, _service, Name) = (requests, service, EntityKeys.CheckedTable(tableName));

    public virtual string Name { get; } = "";

    public virtual string AccountName => _service.AccountName;

    public static string CreateQueryFilter(FormattableString filter) => FilterText.Of(filter);

    public static string CreateQueryFilter<T>(Expression<Func<T, bool>> filter) => FilterExpression.Of(filter)!;

    public virtual Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        _service.CreateTableAsync(Name, cancellationToken);

    public virtual Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        _service.CreateTableIfNotExistsAsync(Name, cancellationToken);

    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        _service.DeleteTableAsync(Name, cancellationToken);

    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        Write(RequestMethod.Post, entity, m => m.With(TableRequests.NoContent), cancellationToken);

    public virtual Task<Response> UpsertEntityAsync<T>(
        T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        Write(Verb(mode), entity, m => m, cancellationToken);

    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        ifMatch == default
            ? throw new ArgumentException("An update needs the ETag that was read, or ETag.All to overwrite any.", nameof(ifMatch))
            : Write(Verb(mode), entity, m => m.With(ifMatch), cancellationToken);

    /// <summary>Deletes an entity; one that is not there answers 404 and throws nothing.</summary>
    public virtual Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        _requests.Send(
            _requests.Create(RequestMethod.Delete, Address(partitionKey, rowKey), 204, 404).With(ifMatch == default ? ETag.All : ifMatch),
            cancellationToken);

    public virtual Task<Response> DeleteEntityAsync(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);

    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        Entity<T>(await Get(_requests.Create(RequestMethod.Get, Address(partitionKey, rowKey), 200), select, cancellationToken));

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await Get(_requests.Create(RequestMethod.Get, Address(partitionKey, rowKey), 200, 404), select, cancellationToken);
        return response.Status == 404 ? new NoValueResponse<T>(response) : Entity<T>(response);
    }

    public virtual AsyncPageable<T> QueryAsync<T>(
        string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new Pages<T>(_requests, Query.Entities(Name, filter, maxPerPage, select), EntityJson.Read<T>, cancellationToken);

    public virtual AsyncPageable<T> QueryAsync<T>(
        Expression<Func<T, bool>> filter, int? maxPerPage = null, IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        QueryAsync<T>(FilterExpression.Of(filter), maxPerPage, select, cancellationToken);

    /// <summary>Does all of the actions or none.</summary>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        var body = new TransactionBody([.. transactionActions], new Uri($"{_requests.Endpoint}/{Name}"));
        var message = _requests.Create(RequestMethod.Post, "$batch", 202).With(body.ContentType).With(body.Content);
        return TransactionResult.Of(await _requests.Send(message, cancellationToken));
    }

    internal static RequestMethod Verb(TableUpdateMode mode) => mode switch
    {
        TableUpdateMode.Merge => RequestMethod.Patch,
        TableUpdateMode.Replace => RequestMethod.Put,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Merge or Replace."),
    };

    private static Response<T> Entity<T>(Response response)
        where T : class, ITableEntity
    {
        using var json = JsonDocument.Parse(response.Content);
        return Response.FromValue(EntityJson.Read<T>(json.RootElement), response);
    }

    private Task<Response> Get(HttpMessage message, IEnumerable<string>? select, CancellationToken cancellationToken) =>
        _requests.Send(message.Asking("$select", select is null ? null : string.Join(',', select)), cancellationToken);

    private Task<Response> Write(
        RequestMethod verb, ITableEntity entity, Func<HttpMessage, HttpMessage> condition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var address = Address(entity.PartitionKey, entity.RowKey);
        var body = new ArrayBufferWriter<byte>();
        EntityJson.Write(body, entity);
        var message = _requests.Create(verb, verb == RequestMethod.Post ? Name : address, 201, 204).With(TableRequests.Json).With(body);
        return _requests.Send(condition(message), cancellationToken);
    }

    private string Address(string partitionKey, string rowKey)
    {
        EntityKeys.Check(partitionKey, rowKey);
        return Name + EntityKeys.Path(partitionKey, rowKey);
    }
}
