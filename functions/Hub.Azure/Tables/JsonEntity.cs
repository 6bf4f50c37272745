using System.Text.Json;
using Azure.Data.Tables;
using Hub.Register.Json;

namespace Hub.Azure.Tables;

/// <summary>
/// An entity whose content is one JSON text, split over properties where it is longer than a property may be (64 KiB, 32,768 characters).
/// </summary>
internal static class JsonEntity
{
    private const int Longest = 30_000;
    private const string Column = "Json";

    /// <summary>An entity with a value as its JSON, and with what its reader did not understand, which its mark holds.</summary>
    public static TableEntity Of<T>(string partition, string row, T value, string? mark = null)
    {
        var entity = new TableEntity(partition, row);
        var json = RowMark.With(JsonSerializer.Serialize(value, HubJson.Options), mark);
        for (var (part, start) = (0, 0); start < json.Length; part++)
        {
            var length = Math.Min(Longest, json.Length - start);
            // A surrogate pair must not be torn apart.
            if (start + length < json.Length && char.IsHighSurrogate(json[start + length - 1]))
                length--;
            entity[part == 0 ? Column : $"{Column}{part}"] = json.Substring(start, length);
            start += length;
        }
        return entity;
    }

    /// <summary>The value that an entity holds.</summary>
    public static T Value<T>(this TableEntity entity) => JsonSerializer.Deserialize<T>(entity.Json(), HubJson.Options)!;

    /// <summary>The value that an entity holds, and the mark to write it back with.</summary>
    public static T Value<T>(this TableEntity entity, out string mark)
    {
        var json = entity.Json();
        mark = RowMark.Of<T>(entity, json);
        return JsonSerializer.Deserialize<T>(json, HubJson.Options)!;
    }

    private static string Json(this TableEntity entity)
    {
        var json = entity.GetString(Column) ?? throw new InvalidDataException($"Row {entity.RowKey} holds no JSON.");
        for (var part = 1; entity.TryGetValue($"{Column}{part}", out var more); part++)
            json += more;
        return json;
    }
}
