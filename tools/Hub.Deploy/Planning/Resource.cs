using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hub.Deploy.Planning;

/// <summary>A resource that a deployment would make. What only Azure can tell stands in it as an expression, in square brackets.</summary>
internal sealed partial class Resource(JsonObject body)
{
    public JsonObject Body => body;

    public string Id => (string)body["id"]!;

    public string Type => (string)body["type"]!;

    /// <summary>Its name, after those of its parents.</summary>
    public string Name => (string)body["name"]!;

    public string ShortName => Name.StartsWith('[') ? Name : Name.Split('/')[^1];

    /// <summary>On what condition it is made, where that cannot be told.</summary>
    public string? Condition => (string?)body["condition"];

    /// <summary>The id of the resource that it is an extension of (a role, a lock, logs), or of the resource group.</summary>
    public string Scope => ExtensionId().Match(Id) is { Success: true } extension
        ? extension.Groups["scope"].Value
        : Id[..Math.Max(0, Id.LastIndexOf("/providers/", StringComparison.Ordinal))];

    /// <summary>The property at a path; null where there is none.</summary>
    public JsonNode? this[string path] => path.Split('/').Aggregate((JsonNode?)body, (node, part) => (node as JsonObject)?[part]);

    public string? Text(string path) => this[path] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The objects of an array at a path.</summary>
    public IEnumerable<JsonObject> Objects(string path) => (this[path] as JsonArray ?? []).OfType<JsonObject>();

    [GeneratedRegex(@"^\[extensionResourceId\('(?<scope>[^']+)'")]
    private static partial Regex ExtensionId();
}
