using System.Globalization;
using Hub.Pages.Texts;

namespace Hub.Pages.Console.Editions;

/// <summary>Times in the middle of sentences.</summary>
internal static class EditionMoments
{
    /// <summary>A time in words.</summary>
    public static string Of(DateTimeOffset at, Labels labels) => labels.Say(
        "Console.Time", labels.Day(DateOnly.FromDateTime(at.UtcDateTime)),
        at.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture) + " UTC").ToText(false);
}
