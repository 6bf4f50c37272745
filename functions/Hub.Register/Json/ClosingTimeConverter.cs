using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Register.Json;

/// <summary>Times at which something ends. The end of a day is <c>24:00</c>, which .NET knows as the beginning of the next.</summary>
internal sealed class ClosingTimeConverter : JsonConverter<TimeOnly>
{
    /// <summary>How the end of a day is written.</summary>
    public const string Midnight = "24:00";

    private static readonly ClockTimeConverter Clock = new();

    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(Midnight)
            ? TimeOnly.MinValue
            : Clock.Read(ref reader, typeToConvert, options);

    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options)
    {
        if (value == TimeOnly.MinValue)
            writer.WriteStringValue(Midnight);
        else
            Clock.Write(writer, value, options);
    }
}
