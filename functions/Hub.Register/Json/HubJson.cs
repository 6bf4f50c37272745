using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Hub.Register.Json;

/// <summary>How the hub writes and reads JSON: camelCase, codes for enums, no nulls, text in its own script.</summary>
public static class HubJson
{
    /// <summary>For storage, and for answers to readers who may see restricted fields.</summary>
    public static JsonSerializerOptions Options { get; } = Frozen(new());

    /// <summary>For everything the public can see: refuses to write a <see cref="Confidential"/> value, wherever it stands (I6).</summary>
    public static JsonSerializerOptions Public { get; } = Frozen(new() { TypeInfoResolver = new PublicOnlyResolver() });

    /// <summary>The same for a time alone at which something ends; within a record its own attribute says so.</summary>
    internal static JsonSerializerOptions Closing { get; } = Frozen(new() { Converters = { new ClosingTimeConverter() } });

    private static JsonSerializerOptions Frozen(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false));
        options.Converters.Add(new ClockTimeConverter());
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(AllowAbsentNulls);
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MakeReadOnly();
        return options;
    }

    // Nulls are not written, so that what may be null may be absent when it is read.
    private static void AllowAbsentNulls(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.AssociatedParameter is { IsNullable: true }))
            property.IsRequired = false;
    }
}
