using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Hub.Delivery.Editions;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.States;

namespace Hub.Pages.Editions.Rendering;

/// <summary>The JSON Schema of <c>directory.json</c>, from the types it is written by.</summary>
public static class EditionSchema
{
    private static readonly JsonSchemaExporterOptions Exporter = new() { TransformSchemaNode = Refine };

    /// <summary>The schema's bytes.</summary>
    public static byte[] ToBytes()
    {
        var schema = (JsonObject)HubJson.Options.GetJsonSchemaAsNode(typeof(Edition), Exporter);
        var whole = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Directory of competent national authorities, an edition",
        };
        foreach (var (name, value) in schema)
            whole[name] = value?.DeepClone();
        return JsonSerializer.SerializeToUtf8Bytes(whole, HubJson.Options);
    }

    // What a converter of its own writes, the exporter cannot know.
    private static JsonNode Refine(JsonSchemaExporterContext context, JsonNode schema) => context.TypeInfo.Type switch
    {
        var t when t == typeof(StateCode) => Text("^[A-Z]{3}$"),
        var t when t == typeof(EditionId) => Text("^[0-9]{4}/[12](/(add|rev)\\.[1-9][0-9]?)?$"),
        var t when t == typeof(TimeOnly) => Text("^[0-9]{2}:[0-9]{2}$"),
        _ => Required(context, schema),
    };

    private static JsonObject Text(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    // Nulls are not written: what may be null may be absent.
    private static JsonNode Required(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is JsonObject members && members.ContainsKey("required"))
            members["required"] = new JsonArray([.. context.TypeInfo.Properties.Where(p => p.IsRequired).Select(p => (JsonNode)p.Name)]);
        return schema;
    }
}
