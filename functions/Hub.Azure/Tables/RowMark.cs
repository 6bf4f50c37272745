using System.Text.Json;
using System.Text.Json.Nodes;
using Azure;
using Azure.Data.Tables;
using Hub.Register.Json;

namespace Hub.Azure.Tables;

/// <summary>
/// The mark that a row's reader hands back when it writes: the version that it read, and the fields that it did not understand. While a new
/// version of the hub is deployed, the one before still writes, and rows are written whole.
/// </summary>
internal static class RowMark
{
    private const char Separator = '\n';

    /// <summary>The mark of a row that is read as a type.</summary>
    public static string Of<T>(TableEntity entity, string json)
    {
        var unknown = Unknown<T>(json);
        return unknown is null ? entity.ETag.ToString() : $"{entity.ETag}{Separator}{unknown.ToJsonString(HubJson.Options)}";
    }

    /// <summary>The version.</summary>
    public static ETag Version(string mark) => new(mark.Split(Separator, 2)[0]);

    /// <summary>The mark once the row is written.</summary>
    public static string? Next(string? mark, ETag? version) =>
        version is null ? null : Fields(mark) is { } fields ? $"{version}{Separator}{fields}" : version.ToString();

    /// <summary>The JSON of a value, with the fields that its reader did not understand.</summary>
    public static string With(string json, string? mark)
    {
        if (Fields(mark) is not { } fields || JsonNode.Parse(json) is not JsonObject known)
            return json;
        foreach (var (name, value) in JsonNode.Parse(fields)!.AsObject())
            known.TryAdd(name, value?.DeepClone());
        return known.ToJsonString(HubJson.Options);
    }

    private static string? Fields(string? mark) => mark?.Split(Separator, 2) is [_, var fields] ? fields : null;

    private static JsonObject? Unknown<T>(string json)
    {
        var known = HubJson.Options.GetTypeInfo(typeof(T)).Properties;
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            return null;
        JsonObject? unknown = null;
        foreach (var field in document.RootElement.EnumerateObject())
            if (!known.Any(p => field.NameEquals(p.Name)))
                (unknown ??= [])[field.Name] = JsonNode.Parse(field.Value.GetRawText());
        return unknown;
    }
}
