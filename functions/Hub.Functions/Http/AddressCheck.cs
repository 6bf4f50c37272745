using System.Buffers;
using System.Text.Json.Nodes;
using Hub.Functions.Administration;
using Hub.Functions.Errors;
using Hub.Register.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Hub.Functions.Http;

/// <summary>
/// Refuses query parameters that the contract does not have for an operation of the API: what a caller asks for is never ignored without
/// a word. And paths with characters that no name has, which storage would choke on. Pages for people take whatever their addresses were
/// decorated with.
/// </summary>
public sealed class AddressCheck : IFunctionsWorkerMiddleware
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\\#?\t\r\n\u0085\uFFFD");

    // Longer than any id or name: behind it may be a row of a table, whose key has an end too.
    private const int LongestName = 300;

    private static readonly Lazy<Dictionary<string, string[]>> Known = new(() => Read(OpenApi.Written()));

    /// <inheritdoc/>
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
            Check(context.FunctionDefinition.Name, http.Request);
        return next(context);
    }

    /// <summary>Refuses what an operation does not know.</summary>
    public static void Check(string operation, HttpRequest request)
    {
        // The contract is read for what may be wrong alone: most requests come without a query and with plain addresses.
        var path = request.Path.Value ?? "";
        if (Wrong(path) is { } why && Known.Value.ContainsKey(operation))
            throw new ApiException(400, "Wrong address", why);
        if (request.Query.Count > 0 && Known.Value.TryGetValue(operation, out var known)
            && request.Query.Keys.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw QueryText.Wrong(
                unknown,
                known.Length == 0 ? "not known here; this address takes none" : $"not known here; known are {string.Join(", ", known)}");
    }

    private static string? Wrong(string path) => path switch
    {
        _ when path.AsSpan().ContainsAny(Forbidden) || UnwritableText.FirstIn(path) is not null =>
            "The address holds a character that stands in no name and no id here.",
        { Length: > LongestName } when path.Split('/').Any(part => part.Length > LongestName) =>
            $"The address holds a name of more than {LongestName} characters; none here is so long.",
        _ => null,
    };

    private static Dictionary<string, string[]> Read(JsonObject document) => (
        from path in (JsonObject)document["paths"]!
        where path.Key.StartsWith("/api/", StringComparison.Ordinal)
        from operation in (JsonObject)path.Value!
        select (Name: (string)operation.Value!["operationId"]!, Parameters: operation.Value["parameters"] as JsonArray ?? []))
        .ToDictionary(o => o.Name, o => o.Parameters.Select(p => Resolved(document, p!)).Where(p => (string?)p["in"] == "query")
            .Select(p => (string)p["name"]!).ToArray());

    private static JsonNode Resolved(JsonObject document, JsonNode parameter) => (string?)parameter["$ref"] is { } reference
        ? reference.Split('/').Skip(1).Aggregate((JsonNode)document, (node, name) => node[name]!)
        : parameter;
}
