using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Http;

/// <summary>Requests to one account's tables, through Azure.Core's pipeline.</summary>
internal sealed class TableRequests
{
    internal static readonly HttpHeader Json = new("Content-Type", "application/json");
    internal static readonly HttpHeader NoContent = new("Prefer", "return-no-content");
    private readonly HttpPipeline _pipeline;
    private readonly string _version;

    internal TableRequests(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (endpoint.Query.Length > 0)
            throw new NotSupportedException("An endpoint with a query or a signature: use a shared key or a TokenCredential.");
        options ??= new();
        Endpoint = new(endpoint.AbsoluteUri.TrimEnd('/'));
        _version = options.Version;
        _pipeline = HttpPipelineBuilder.Build(new HttpPipelineOptions(options)
        {
            PerRetryPolicies = { authentication },
            RequestFailedDetailsParser = new TableErrorParser(),
        });
    }

    internal Uri Endpoint { get; }

    /// <summary>A request to a path below the endpoint, already escaped; any other status than the given ones is a failure.</summary>
    internal HttpMessage Create(RequestMethod method, string path, params ReadOnlySpan<ushort> statuses)
    {
        var message = _pipeline.CreateMessage(null, new StatusCodeClassifier(statuses));
        message.Request.Method = method;
        message.Request.Uri.Reset(Endpoint);
        message.Request.Uri.AppendPath($"/{path}", escape: false);
        message.Request.Headers.Add("x-ms-version", _version);
        message.Request.Headers.Add("DataServiceVersion", "3.0");
        message.Request.Headers.Add("Accept", "application/json;odata=minimalmetadata");
        return message;
    }

    /// <summary>Sends it, and the retries it needs; throws the service's error.</summary>
    internal async Task<Response> Send(HttpMessage message, CancellationToken cancellationToken)
    {
        using (message)
        {
            await _pipeline.SendAsync(message, cancellationToken);
            return message.Response.IsError ? throw new RequestFailedException(message.Response) : message.Response;
        }
    }
}
