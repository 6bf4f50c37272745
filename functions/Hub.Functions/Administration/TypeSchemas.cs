using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.States;

namespace Hub.Functions.Administration;

/// <summary>
/// Writes the schemas of types that are sent and read, from the types themselves. Each is written once: where one of the hub's types
/// stands in another, a reference does.
/// </summary>
/// <param name="schemas">Where they are written, by the names of the types.</param>
internal sealed class TypeSchemas(JsonObject schemas)
{
    private const string Root = "#/components/schemas/";

    // Those that write themselves as a text, of which the exporter knows nothing.
    private static readonly Dictionary<Type, JsonObject> Texts = new()
    {
        [typeof(StateCode)] = Text("^[A-Z]{3}$"), [typeof(EditionId)] = Text("^[0-9]{4}/[12]"),
        [typeof(TimeOnly)] = Text("^[0-9]{2}:[0-9]{2}$"),
    };

    private readonly Dictionary<string, Type> _written = [];

    /// <summary>Writes the schema of a type, and of those in it, unless they stand there; the reference to it.</summary>
    public string Add(Type type)
    {
        if (_written.TryAdd(type.Name, type))
            schemas[type.Name] = Of(type);
        else if (_written[type.Name] != type)
            throw new InvalidOperationException($"{type} and {_written[type.Name]} have one name in the contract.");
        return Root + type.Name;
    }

    /// <summary>The fields of several types as those of one object, which has them all.</summary>
    public JsonObject Fields(params Type[] parts) =>
        new(parts.SelectMany(p => (JsonObject)Of(p)["properties"]!).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));

    private JsonNode Of(Type type) =>
        HubJson.Options.GetJsonSchemaAsNode(type, new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform });

    private JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (Texts.TryGetValue(type, out var text))
            return text.DeepClone();
        // One of several kinds of its base is told from the others there, by a field of its own.
        if (context.Path.Length > 0 && context.BaseTypeInfo is null && IsOwn(type, context.TypeInfo.Kind))
            return new JsonObject { ["$ref"] = Add(type) };
        // The exporter points at what stood elsewhere in the schema it makes: perhaps in a part that is written on its own here.
        if ((string?)(schema as JsonObject)?["$ref"] is ['#', ..])
            return Of(type);
        if (type.IsEnum)
            schema["type"] = "string";
        return AllowAbsentNulls(context, schema);
    }

    private static bool IsOwn(Type type, JsonTypeInfoKind kind) => !type.IsGenericType
        && type.Namespace?.StartsWith("Hub.", StringComparison.Ordinal) == true && (type.IsEnum || kind == JsonTypeInfoKind.Object);

    // Nulls are not written: what may be null may be absent.
    private static JsonNode AllowAbsentNulls(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is JsonObject members && members["required"] is JsonArray required)
            foreach (var property in context.TypeInfo.Properties.Where(p => p.AssociatedParameter is { IsNullable: true }))
                if (required.FirstOrDefault(r => (string?)r == property.Name) is { } absent)
                    required.Remove(absent);
        return schema;
    }

    private static JsonObject Text(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };
}
