using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Register.States;

/// <summary>A State or jurisdiction by its ISO 3166-1 alpha-3 code, e.g. <c>SEN</c>.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct StateCode
{
    private readonly string? _value;

    /// <summary>A code of three capital letters; <see cref="StateCatalog"/> knows which exist.</summary>
    public StateCode(string value) => _value = IsWellFormed(value)
        ? value
        : throw new FormatException($"'{value}' is not an ISO 3166-1 alpha-3 code: three capital letters, e.g. SEN.");

    /// <summary>Three capital letters.</summary>
    public string Value => _value ?? throw new InvalidOperationException("A StateCode without a value.");

    /// <summary>Whether a text has the form of a code.</summary>
    public static bool IsWellFormed(string value) => value.Length == 3 && value.All(char.IsAsciiLetterUpper);

    /// <inheritdoc/>
    public override string ToString() => Value;

    private sealed class Converter : JsonConverter<StateCode>
    {
        public override StateCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString() ?? "";
            return IsWellFormed(text) ? new(text) : throw new JsonException("three capital letters (ISO 3166-1 alpha-3) expected");
        }

        public override void Write(Utf8JsonWriter writer, StateCode value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
