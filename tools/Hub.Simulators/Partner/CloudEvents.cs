using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hub.Simulators.Partner;

/// <summary>CloudEvents 1.0 over HTTP: structured in the body, or binary in ce- headers.</summary>
public static class CloudEvents
{
    private const string HeaderPrefix = "ce-";
    private static readonly string[] Wanted = ["id", "source", "specversion", "type"];

    /// <summary>The event of a request, or what keeps it from being one.</summary>
    public static (JsonObject? Event, string? Problem) Read(IHeaderDictionary headers, string? contentType, string body)
    {
        try
        {
            var found = contentType?.StartsWith("application/cloudevents+json", StringComparison.OrdinalIgnoreCase) ?? false
                ? JsonNode.Parse(body) as JsonObject
                : Binary(headers, contentType, body);
            return (found, Problem(found));
        }
        catch (JsonException error)
        {
            return (null, $"The body is not JSON: {error.Message}");
        }
    }

    private static JsonObject? Binary(IHeaderDictionary headers, string? contentType, string body)
    {
        var attributes = headers.Where(h => h.Key.StartsWith(HeaderPrefix, StringComparison.OrdinalIgnoreCase)).ToList();
        if (attributes.Count == 0)
            return JsonNode.Parse(body) as JsonObject;
        var found = new JsonObject();
        foreach (var (name, value) in attributes)
            found[name[HeaderPrefix.Length..].ToLowerInvariant()] = Uri.UnescapeDataString(value.ToString());
        found["datacontenttype"] = contentType;
        found["data"] = contentType?.Contains("json", StringComparison.OrdinalIgnoreCase) ?? false ? JsonNode.Parse(body) : body;
        return found;
    }

    private static string? Problem(JsonObject? found)
    {
        if (found is null)
            return "The body is not a JSON object.";
        var missing = Wanted.Where(name => string.IsNullOrEmpty(found[name]?.ToString())).ToList();
        if (missing.Count > 0)
            return $"Required attributes are missing: {string.Join(", ", missing)}.";
        return found["specversion"]!.ToString() == "1.0" ? null : $"specversion is {found["specversion"]}, not 1.0.";
    }
}
