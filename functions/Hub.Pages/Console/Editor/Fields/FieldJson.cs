using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hub.Pages.Console.Editor.Fields;

/// <summary>Between what stands in fields and JSON. What cannot be read stays a text there: the rules say what is wrong with it.</summary>
internal static class FieldJson
{
    private static readonly char[] BetweenTags = [',', ';', ' ', '\n'];

    /// <summary>What the fields hold, as an object.</summary>
    public static JsonObject Object(IEnumerable<EditorField> fields, string prefix, EditorValues values)
    {
        var json = new JsonObject();
        foreach (var field in fields)
            if (Node(field, $"{prefix}/{field.Path}", values) is { } node)
                Put(json, field.Path.Split('/'), node);
        return json;
    }

    /// <summary>What an object holds, as it stands in the fields.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Values(IEnumerable<EditorField> fields, string prefix, JsonNode? json) =>
        fields.SelectMany(f => Values(f, $"{prefix}/{f.Path}", At(json, f.Path)));

    private static JsonNode? Node(EditorField field, string name, EditorValues values) => (field.Kind, values[name]) switch
    {
        (EditorKind.Rows, _) => List(values.Rows(name, field).Select(i => (JsonNode?)Object(field.Items, $"{name}/{i}", values))),
        (EditorKind.Map, _) => Map(field, name, values),
        (_, "") => null,
        (EditorKind.Choices or EditorKind.Lines, var text) => List(Parts(text, '\n')),
        (EditorKind.Tags, var text) => List(Parts(text, BetweenTags)),
        (EditorKind.YesNo, var text) when bool.TryParse(text, out var yes) => yes,
        (EditorKind.Number, var text) when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        (_, var text) => text,
    };

    private static IEnumerable<JsonNode?> Parts(string text, params char[] between) =>
        text.Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(p => (JsonNode?)p);

    private static JsonArray? List(IEnumerable<JsonNode?> items) => items.ToArray() is { Length: > 0 } some ? new JsonArray(some) : null;

    private static JsonObject? Map(EditorField field, string name, EditorValues values)
    {
        var map = new JsonObject();
        foreach (var i in values.Rows(name, field))
            map[values[$"{name}/{i}/{EditorField.Key}"]] = values[$"{name}/{i}/{EditorField.Value}"];
        return map.Count == 0 ? null : map;
    }

    private static void Put(JsonObject json, string[] path, JsonNode node)
    {
        foreach (var name in path[..^1])
            json = json[name] as JsonObject ?? (JsonObject)(json[name] = new JsonObject());
        json[path[^1]] = node;
    }

    private static JsonNode? At(JsonNode? json, string path) =>
        path.Split('/').Aggregate(json, (at, name) => at is JsonObject members ? members[name] : null);

    private static IEnumerable<KeyValuePair<string, string>> Values(
        EditorField field, string name, JsonNode? node) => (field.Kind, node) switch
    {
        (EditorKind.Rows, JsonArray items) => items.SelectMany((item, i) => Values(field.Items, $"{name}/{i}", item)),
        (EditorKind.Map, JsonObject members) => members.SelectMany((m, i) => new[]
        {
            KeyValuePair.Create($"{name}/{i}/{EditorField.Key}", m.Key), KeyValuePair.Create($"{name}/{i}/{EditorField.Value}", Text(m.Value)),
        }),
        (EditorKind.Choices or EditorKind.Lines, JsonArray items) => [KeyValuePair.Create(name, string.Join('\n', items.Select(Text)))],
        (EditorKind.Tags, JsonArray items) => [KeyValuePair.Create(name, string.Join(", ", items.Select(Text)))],
        (_, JsonValue) => [KeyValuePair.Create(name, Text(node))],
        _ => [],
    };

    private static string Text(JsonNode? node) => node switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonValue value => value.ToJsonString(),
        _ => "",
    };
}
