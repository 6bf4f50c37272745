using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Register.Problems;

namespace Hub.Intake.Forms.Reading;

/// <summary>The fields of a form in JSON: <c>{ "form": "designation/1", "fields": [{ "code": "A1", "value": "…" }] }</c>.</summary>
internal static class JsonLines
{
    /// <summary>What it is and what its fields say.</summary>
    public static IReadOnlyList<FormLine> Read(string text, string file)
    {
        if (Parsed(text) is not JsonObject { } form || form["form"] is not JsonValue mark || mark.GetValueKind() != JsonValueKind.String)
            return [];
        var lines = new List<FormLine> { new([new(mark.GetValue<string>(), new(file) { Pointer = "/form" })]) };
        if (form["fields"] is JsonArray fields)
            lines.AddRange(fields.Take(FormLine.Most).Select((f, i) => Line(f, new(file) { Pointer = $"/fields/{i}/value" })));
        return lines;
    }

    private static JsonNode? Parsed(string text)
    {
        try
        {
            var node = JsonNode.Parse(
                text.TrimStart('\uFEFF'), null, new JsonDocumentOptions { MaxDepth = 64, AllowDuplicateProperties = false });
            return FormParser.IsReadable(node) ? node : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static FormLine Line(JsonNode? field, FormPlace place) => field is JsonObject members && members.ContainsKey("value")
        ? new([Cell(members["code"], place), Cell(members["label"], place), Cell(members["value"], place)])
        : new([]);

    // A list of answers is as good as lines of them.
    private static FormCell Cell(JsonNode? node, FormPlace place) => new(FormLine.Trimmed(node switch
    {
        null => "",
        JsonArray items => string.Join('\n', items.Select(i => Cell(i, place).Text)),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => node.ToJsonString(),
    }), place);
}
