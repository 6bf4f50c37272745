using System.Globalization;
using Hub.Notices.Access;
using Hub.Pages.Texts;

namespace Hub.Pages.Console.People;

/// <summary>Keys in words.</summary>
public static class KeyWords
{
    /// <summary>Why nothing was done about a key, and what to do.</summary>
    public static string Of(KeyRefusal why, Labels labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return labels.Of(why);
    }

    /// <summary>The field of the form for a new key that a refusal is about; null for the form as a whole.</summary>
    public static string? Field(KeyRefusal why) => why switch
    {
        KeyRefusal.NameLength or KeyRefusal.NameLine or KeyRefusal.NameLetters or KeyRefusal.NameOfFirstKey
            or KeyRefusal.NameOfColleague => "name",
        KeyRefusal.WantsStateAndOffice or KeyRefusal.UnknownState => "state",
        KeyRefusal.WantsNoOffice => "role",
        KeyRefusal.EndPast or KeyRefusal.EndFar => "end",
        _ => null,
    };

    // When a key was used is kept to the hour.
    internal static string Used(ApiKey key, DateTimeOffset now, Labels labels) => (now - key.LastUsedAt) switch
    {
        null => labels["People.Never"],
        { TotalHours: < 1 } => labels["People.ThisHour"],
        { TotalDays: < 2 } age => labels.Say("Console.Ago.Hours", labels.Number((long)age.TotalHours)).ToText(false),
        { } age => labels.Say("Console.Ago.Days", labels.Number((long)age.TotalDays)).ToText(false),
    };

    internal static string Time(DateTimeOffset at, Labels labels) => labels.Say(
        "Console.Time", labels.Day(DateOnly.FromDateTime(at.UtcDateTime)),
        at.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture) + " UTC").ToText(false);
}
