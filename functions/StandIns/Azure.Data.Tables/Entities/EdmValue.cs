using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

/// <summary>The values that a table can hold, in the service's JSON.</summary>
internal static class EdmValue
{
    // What the service can store; Azurite would take any date.
    private static readonly DateTime FirstDate = new(1601, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    internal static bool Holds(Type type) => type.IsEnum || type == typeof(string) || type == typeof(int) || type == typeof(long)
        || type == typeof(double) || type == typeof(bool) || type == typeof(DateTimeOffset) || type == typeof(DateTime)
        || type == typeof(Guid) || type == typeof(byte[]) || type == typeof(BinaryData);

    internal static void Write(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text: json.WriteString(name, text); break;
            case int number: json.WriteNumber(name, number); break;
            case bool flag: json.WriteBoolean(name, flag); break;
            case Enum member: json.WriteString(name, member.ToString()); break;
            case long number: Annotated(json, name, "Edm.Int64").WriteStringValue(number.ToString(CultureInfo.InvariantCulture)); break;
            case Guid id: Annotated(json, name, "Edm.Guid").WriteStringValue(id); break;
            case byte[] bytes: Annotated(json, name, "Edm.Binary").WriteBase64StringValue(bytes); break;
            case BinaryData data: Annotated(json, name, "Edm.Binary").WriteBase64StringValue(data); break;
            case double number: WriteDouble(Annotated(json, name, "Edm.Double"), number); break;
            case DateTimeOffset time: Annotated(json, name, "Edm.DateTime").WriteStringValue(Time(name, time.UtcDateTime)); break;
            case DateTime time: Annotated(json, name, "Edm.DateTime").WriteStringValue(Time(name, time)); break;
            default: throw NotHeld(name, value.GetType());
        }
    }

    /// <summary>Reads what the annotation says it is; without one, what the JSON says.</summary>
    internal static object Read(JsonElement value, string? edmType) => edmType switch
    {
        "Edm.Int64" => Read(value, typeof(long)),
        "Edm.Guid" => value.GetGuid(),
        "Edm.Binary" => value.GetBytesFromBase64(),
        "Edm.Double" => Read(value, typeof(double)),
        "Edm.DateTime" => Read(value, typeof(DateTimeOffset)),
        _ => value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
            JsonValueKind.Number => value.TryGetInt32(out var number) ? number : (object)value.GetDouble(),
            _ => value.GetString()!,
        },
    };

    /// <summary>Reads it as the type that the entity's property has.</summary>
    internal static object Read(JsonElement value, Type type) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => Enum.Parse(type, value.GetString()!),
        TypeCode.String => value.GetString()!,
        TypeCode.Int32 => value.GetInt32(),
        TypeCode.Boolean => value.GetBoolean(),
        TypeCode.Int64 when value.ValueKind == JsonValueKind.String => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        TypeCode.Int64 => value.GetInt64(),
        TypeCode.Double when value.ValueKind == JsonValueKind.String => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        TypeCode.Double => value.GetDouble(),
        TypeCode.DateTime => value.GetDateTimeOffset().UtcDateTime,
        _ when type == typeof(DateTimeOffset) => value.GetDateTimeOffset(),
        _ when type == typeof(Guid) => value.GetGuid(),
        _ when type == typeof(byte[]) => value.GetBytesFromBase64(),
        _ => BinaryData.FromBytes(value.GetBytesFromBase64()),
    };

    internal static NotSupportedException NotHeld(string name, Type type) => new(
        $"Property '{name}' is a {type.Name}, and a table holds string, int, long, double, bool, DateTimeOffset, DateTime, Guid, byte[], " +
        "BinaryData and enums: convert it to one of these, or leave it out with [IgnoreDataMember].");

    private static Utf8JsonWriter Annotated(Utf8JsonWriter json, string name, string edmType)
    {
        json.WriteString($"{name}@odata.type", edmType);
        json.WritePropertyName(name);
        return json;
    }

    private static void WriteDouble(Utf8JsonWriter json, double number)
    {
        if (double.IsFinite(number))
            json.WriteNumberValue(number);
        else
            json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
    }

    private static string Time(string name, DateTime time)
    {
        if (time.Kind != DateTimeKind.Utc)
            throw new NotSupportedException($"Property '{name}' is a DateTime of kind {time.Kind}: tables hold UTC; use a DateTimeOffset.");
        if (time < FirstDate)
            throw new RequestFailedException(
                400, $"Property '{name}' lies before {FirstDate:yyyy-MM-dd}, the first of a table: was it set?", "OutOfRangeInput", null);
        return time.ToString("O", CultureInfo.InvariantCulture);
    }
}
