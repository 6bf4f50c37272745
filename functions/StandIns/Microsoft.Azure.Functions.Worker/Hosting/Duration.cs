using System.Globalization;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Durations in settings: hh:mm:ss, because a bare number would silently be days.</summary>
internal static class Duration
{
    public static TimeSpan Parse(string text) =>
        text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value)
        && value >= TimeSpan.Zero
            ? value
            : throw new FormatException($"'{text}' is not a duration; write it as 00:01:00.");
}
