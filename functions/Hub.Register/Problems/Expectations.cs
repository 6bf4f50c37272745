using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Register.Problems;

/// <summary>What a field wants, in words that a person can act on.</summary>
public static class Expectations
{
    /// <summary>The words for a type.</summary>
    public static string Of(Type type) => type switch
    {
        { IsEnum: true } => string.Join(" | ", EnumCodes(type)),
        _ when type == typeof(string) => "\"…\"",
        _ when type == typeof(DateOnly) => "2025-04-01",
        _ when type == typeof(TimeOnly) => "08:30",
        _ when type == typeof(bool) => "true | false",
        _ when type == typeof(int) => "1, 2, 3 …",
        _ when type == typeof(StateCode) => "SEN (ISO 3166-1 alpha-3)",
        _ => type.Name,
    };

    /// <summary>A date that somebody wrote in another order, another calendar or in words.</summary>
    public static bool LooksLikeADate(string text) => text.Length is >= 6 and <= 40 && text.Count(char.IsDigit) >= 3;

    private static IEnumerable<string> EnumCodes(Type type) =>
        (IEnumerable<string>)typeof(Codes).GetMethod(nameof(Codes.All))!.MakeGenericMethod(type).Invoke(null, null)!;
}
