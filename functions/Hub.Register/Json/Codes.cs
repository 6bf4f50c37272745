using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Hub.Register.Json;

/// <summary>The code of each value of an enum, as it stands in JSON, e.g. <c>UNTOC-SOM</c>.</summary>
public static class Codes
{
    /// <summary>The code of a value.</summary>
    public static string Code<T>(this T value) where T : struct, Enum => Table<T>.ByValue[value];

    /// <summary>Every code of the enum, in its order.</summary>
    public static IReadOnlyCollection<string> All<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => v.Code())];

    /// <summary>The value of a code, in whichever case it is written.</summary>
    public static bool TryParse<T>([NotNullWhen(true)] string? code, out T value) where T : struct, Enum =>
        Table<T>.ByCode.TryGetValue(code ?? "", out value);

    private static class Table<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByValue = Enum.GetValues<T>()
            .ToFrozenDictionary(v => v, v => JsonSerializer.SerializeToElement(v, HubJson.Options).GetString()!);

        public static readonly FrozenDictionary<string, T> ByCode =
            ByValue.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.OrdinalIgnoreCase);
    }
}
