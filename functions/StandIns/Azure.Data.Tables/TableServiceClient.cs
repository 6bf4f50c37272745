using System.Buffers;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Filters;
using Azure.Data.Tables.Http;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>The tables of one storage account.</summary>
public class TableServiceClient
{
    private const string Scope = "https://storage.azure.com/.default";
    private readonly TableRequests _requests = null!;

    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions? options = null)
        : this(new ConnectionString(connectionString), options)
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        _requests = new(endpoint, new SharedKeyLitePolicy(credential, TimeProvider.System), options);
        AccountName = credential.AccountName;
    }

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (endpoint.Scheme != Uri.UriSchemeHttps)
            throw new ArgumentException($"A TokenCredential needs an https endpoint, not {endpoint}.", nameof(endpoint));
        _requests = new(endpoint, new BearerTokenAuthenticationPolicy(tokenCredential, Scope), options);
        AccountName = endpoint.Host.Split('.')[0];
    }

    protected TableServiceClient()
    {
    }

    private TableServiceClient(ConnectionString connection, TableClientOptions? options)
        : this(connection.Endpoint, connection.Credential, options)
    {
    }

    public virtual string AccountName { get; } = "";

    public virtual Uri Uri => _requests.Endpoint;

    public static string CreateQueryFilter(FormattableString filter) => FilterText.Of(filter);

    public virtual TableClient GetTableClient(string tableName) => new(_requests, this, tableName);

    public virtual AsyncPageable<TableItem> QueryAsync(
        string? filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new Pages<TableItem>(_requests, Query.Tables(filter, maxPerPage), Table, cancellationToken);

    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        Create(_requests.Create(RequestMethod.Post, "Tables", 201, 204), tableName, cancellationToken);

    public virtual async Task<Response<TableItem>> CreateTableIfNotExistsAsync(
        string tableName, CancellationToken cancellationToken = default)
    {
        var created = await Create(_requests.Create(RequestMethod.Post, "Tables", 201, 204, 409), tableName, cancellationToken);
        var response = created.GetRawResponse();
        // A table that is being deleted answers 409 too, and is not there.
        return response.Status != 409 || new RequestFailedException(response).ErrorCode == TableErrorCode.TableAlreadyExists
            ? created
            : throw new RequestFailedException(response);
    }

    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) => _requests.Send(
        _requests.Create(RequestMethod.Delete, $"Tables('{EntityKeys.CheckedTable(tableName)}')", 204, 404), cancellationToken);

    private static TableItem Table(JsonElement json) => new(json.GetProperty("TableName").GetString()!);

    private async Task<Response<TableItem>> Create(HttpMessage message, string tableName, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body))
            JsonSerializer.Serialize(json, new Dictionary<string, string> { ["TableName"] = EntityKeys.CheckedTable(tableName) });
        message.With(TableRequests.Json).With(TableRequests.NoContent).With(body);
        return Response.FromValue(new TableItem(tableName), await _requests.Send(message, cancellationToken));
    }
}
