using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>Entities to the service's JSON and back.</summary>
internal static class EntityJson
{
    private const string TypeSuffix = "@odata.type";

    // Bodies are application/json and never HTML, and escaped Arabic or Chinese would be three times as long.
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    internal static void Write(IBufferWriter<byte> body, ITableEntity entity)
    {
        using var json = new Utf8JsonWriter(body, Options);
        json.WriteStartObject();
        json.WriteString(nameof(ITableEntity.PartitionKey), entity.PartitionKey);
        json.WriteString(nameof(ITableEntity.RowKey), entity.RowKey);
        if (entity is IDictionary<string, object> properties)
            WriteProperties(json, properties);
        else
            foreach (var member in EntityShape.Of(entity.GetType()).Members)
                member.Write(json, entity);
        json.WriteEndObject();
    }

    internal static T Read<T>(JsonElement json)
        where T : class, ITableEntity
    {
        var entity = Activator.CreateInstance<T>();
        if (entity is IDictionary<string, object> properties)
            ReadProperties(json, properties);
        else
            ReadMembers(json, entity);
        return entity;
    }

    private static void WriteProperties(Utf8JsonWriter json, IDictionary<string, object> properties)
    {
        foreach (var (name, value) in properties)
            if (value is not null && !IsOurs(name))
                EdmValue.Write(json, name, value);
    }

    private static bool IsOurs(string name) => name is nameof(ITableEntity.PartitionKey) or nameof(ITableEntity.RowKey)
        or nameof(ITableEntity.Timestamp) or nameof(ITableEntity.ETag) or TableEntity.ETagName;

    private static void ReadProperties(JsonElement json, IDictionary<string, object> entity)
    {
        var types = json.EnumerateObject().Where(p => p.Name.EndsWith(TypeSuffix, StringComparison.Ordinal))
            .ToDictionary(p => p.Name[..^TypeSuffix.Length], p => p.Value.GetString());
        foreach (var property in json.EnumerateObject())
        {
            if (property.NameEquals(nameof(ITableEntity.Timestamp)))
                entity[property.Name] = property.Value.GetDateTimeOffset();
            else if (property.Value.ValueKind != JsonValueKind.Null && !IsMetadata(property.Name))
                entity[property.Name] = EdmValue.Read(property.Value, types.GetValueOrDefault(property.Name));
        }
    }

    private static bool IsMetadata(string name) =>
        name != TableEntity.ETagName
        && (name.StartsWith("odata.", StringComparison.Ordinal) || name.Contains("@odata.", StringComparison.Ordinal));

    private static void ReadMembers(JsonElement json, ITableEntity entity)
    {
        var shape = EntityShape.Of(entity.GetType());
        foreach (var property in json.EnumerateObject())
            switch (property.Name)
            {
                case nameof(ITableEntity.PartitionKey): entity.PartitionKey = property.Value.GetString()!; break;
                case nameof(ITableEntity.RowKey): entity.RowKey = property.Value.GetString()!; break;
                case nameof(ITableEntity.Timestamp): entity.Timestamp = property.Value.GetDateTimeOffset(); break;
                case TableEntity.ETagName: entity.ETag = new(property.Value.GetString()!); break;
                case var name: shape.Find(name)?.Read(property.Value, entity); break;
            }
    }
}
