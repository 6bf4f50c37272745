using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hub.Testing;

/// <summary>An OpenAPI document that answers are held against: what it does not name, no answer may hold.</summary>
public sealed class Contract(JsonObject document)
{
    private const int MostDepth = 64;

    /// <summary>What an answer in JSON has that the document does not promise, or lacks of what it does; each with its place.</summary>
    public IReadOnlyList<string> Broken(string method, string path, int status, string mediaType, JsonNode? answer)
    {
        var route = path.Split('?')[0].Trim('/').Split('/');
        var known = ((JsonObject)document["paths"]!).Where(p => Fits(p.Key.Trim('/').Split('/'), route))
            .OrderByDescending(p => p.Key.Split('/').Count(s => !s.StartsWith('{')))
            .Select(p => p.Value![method.ToLowerInvariant()]).FirstOrDefault(o => o is not null);
        if (known is null)
            return [];
        if (Resolved(known["responses"]?[$"{status}"]) is not { } promised)
            return [$"{status} is no answer of {known["operationId"]}"];
        return promised["content"]?[mediaType] is { } content
            ? [.. Broken(answer, content["schema"], $"{known["operationId"]} {status}", 0)]
            : [$"{mediaType} is not what {known["operationId"]} {status} promises"];
    }

    private static bool Fits(string[] template, string[] route) =>
        template.Length == route.Length && template.Zip(route).All(p => p.First.StartsWith('{') || p.First == p.Second);

    private IEnumerable<string> Broken(JsonNode? value, JsonNode? schema, string at, int depth)
    {
        if (schema is not JsonObject rules || depth > MostDepth)
            return [];
        if (rules["$ref"] is { } reference)
            return Broken(value, Resolve((string)reference!), at, depth + 1);
        if (rules["anyOf"] is JsonArray any)
            return any.Select(s => Broken(value, s, at, depth + 1).ToList()).MinBy(b => b.Count)!;
        if (rules["type"] is { } type && !Types(type).Any(t => Is(value, t)))
            return [$"{at} is {value?.GetValueKind().ToString() ?? "Null"}, not {type.ToJsonString()}"];
        if (rules["enum"] is JsonArray choices && !choices.Any(c => JsonNode.DeepEquals(c, value)))
            return [$"{at} is none of {choices.ToJsonString()}"];
        if (rules["const"] is { } only && !JsonNode.DeepEquals(only, value))
            return [$"{at} is not {only.ToJsonString()}"];
        if (value?.GetValueKind() == JsonValueKind.String && Shape(rules) is { } shape && !Regex.IsMatch((string)value!, shape))
            return [$"{at} is not a text like {rules["format"] ?? rules["pattern"]}: {value}"];
        return value switch
        {
            JsonObject members => Members(members, rules, at, depth),
            JsonArray items => items.SelectMany((item, i) => Broken(item, rules["items"], $"{at}/{i}", depth + 1)),
            _ => [],
        };
    }

    private IEnumerable<string> Members(JsonObject members, JsonObject rules, string at, int depth)
    {
        var (named, others) = (rules["properties"] as JsonObject, rules["additionalProperties"]);
        foreach (var (name, value) in members)
        {
            if (named is not null && !named.ContainsKey(name) && others is null)
                yield return $"{at}/{name} is not in the document";
            foreach (var broken in Broken(value, named?[name] ?? others, $"{at}/{name}", depth + 1))
                yield return broken;
        }
        foreach (var required in rules["required"] as JsonArray ?? [])
            if (!members.ContainsKey((string)required!))
                yield return $"{at} lacks {required}";
    }

    // Times as RFC 3339 has them.
    private static string? Shape(JsonObject rules) => (string?)rules["format"] switch
    {
        "date-time" => @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$",
        "date" => @"^\d{4}-\d\d-\d\d$",
        _ => (string?)rules["pattern"],
    };

    private JsonNode? Resolved(JsonNode? node) => (string?)node?["$ref"] is { } reference ? Resolve(reference) : node;

    private JsonNode? Resolve(string reference) => reference.Split('/').Skip(1).Aggregate((JsonNode?)document, (node, part) => node switch
    {
        JsonObject members => members[part.Replace("~1", "/", StringComparison.Ordinal)],
        JsonArray items => items[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)],
        _ => null,
    });

    private static IEnumerable<string> Types(JsonNode type) =>
        type is JsonArray several ? several.Select(t => (string)t!) : [(string)type!];

    private static bool Is(JsonNode? value, string type) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) or ("string", JsonValueKind.String) or ("object", JsonValueKind.Object)
            or ("array", JsonValueKind.Array) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) or ("number" or "integer", JsonValueKind.Number) => true,
        _ => false,
    };
}
