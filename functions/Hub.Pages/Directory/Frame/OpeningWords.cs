using System.Globalization;
using Hub.Pages.Texts;
using Hub.Register.Lookup;

namespace Hub.Pages.Directory.Frame;

/// <summary>Whether an office can be reached now, in words: by its own clock, and by that which all share.</summary>
internal static class OpeningWords
{
    /// <summary>The word or two that stand out.</summary>
    public static string Short(Opening opening, Labels labels) => labels[opening switch
    {
        Opening.DayAndNight => "Dir.Open.DayAndNight",
        Opening.OpenUntil => "Dir.Open.Now",
        Opening.OpensAt or Opening.Closed => "Dir.Open.Closed",
        _ => "Dir.Open.Unknown",
    }];

    /// <summary>The colour that goes with them.</summary>
    public static string Colour(Opening opening) => opening switch
    {
        Opening.DayAndNight or Opening.OpenUntil => "green",
        Opening.OpensAt or Opening.Closed => "red",
        _ => "grey",
    };

    /// <summary>Until or from when, by its clock and the reader's, or UTC; null where nothing is known of that.</summary>
    public static Phrase? Long(Opening opening, DateTimeOffset now, string? readersZone, Labels labels) => opening switch
    {
        Opening.OpenUntil(var closes) => labels.Say("Dir.Open.Until", There(closes, now, labels), Here(closes, now, readersZone, labels)),
        Opening.OpensAt(var opens, _) when opens - now < TimeSpan.FromHours(12) =>
            labels.Say("Dir.Open.In", Span(opens - now, labels), There(opens, now, labels), Here(opens, now, readersZone, labels)),
        Opening.OpensAt(var opens, _) => labels.Say("Dir.Open.At", There(opens, now, labels), Here(opens, now, readersZone, labels)),
        Opening.Closed(ClosedBy.Notice) => labels["Dir.Open.NoEnd"],
        _ => null,
    };

    /// <summary>Why it is closed, where that is not its hours alone.</summary>
    public static string? Why(Opening opening, Labels labels) => opening is Opening.OpensAt(_, var by) && by != ClosedBy.Hours
        ? labels[$"Dir.Open.By.{by}"]
        : null;

    /// <summary>What its clock shows now.</summary>
    public static Phrase? Clock(string? zone, DateTimeOffset now, Labels labels) =>
        zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
        && TimeZoneInfo.ConvertTime(now, found) is var local
            ? labels.Say("Dir.Open.Clock", labels.Weekday(local.DayOfWeek), Time(local))
            : null;

    /// <summary>A time by a clock.</summary>
    public static string Between(SharedTime time, string zone, Labels labels)
    {
        var clock = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var (from, to) = (TimeZoneInfo.ConvertTime(time.From, clock), TimeZoneInfo.ConvertTime(time.To, clock));
        var last = DateOnly.FromDateTime(to.DateTime) is var day && day == DateOnly.FromDateTime(from.DateTime) ? "" : labels.Weekday(day.DayOfWeek) + " ";
        return $"{labels.Weekday(from.DayOfWeek)}, {labels.Day(DateOnly.FromDateTime(from.DateTime))}, {Time(from)}–{last}{Time(to)}";
    }

    private static string Span(TimeSpan span, Labels labels)
    {
        // Rounded up: whoever calls when it is over finds it open.
        var minutes = (int)Math.Ceiling(span.TotalMinutes);
        return minutes < 60
            ? labels.Say("Dir.Span.Minutes", labels.Number(minutes)).ToText(false)
            : labels.Say("Dir.Span.Hours", labels.Number(minutes / 60), labels.Number(minutes % 60)).ToText(false);
    }

    private static string There(DateTimeOffset at, DateTimeOffset now, Labels labels) => When(at, now.ToOffset(at.Offset), labels);

    private static Phrase Here(DateTimeOffset at, DateTimeOffset now, string? zone, Labels labels) =>
        zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var mine)
            ? labels.Say("Dir.Open.Yours", When(TimeZoneInfo.ConvertTime(at, mine), TimeZoneInfo.ConvertTime(now, mine), labels))
            : $"{When(at.ToUniversalTime(), now.ToUniversalTime(), labels)} UTC";

    // The day is left out where it is today, and is a date where the weekday might be meant of another week.
    private static string When(DateTimeOffset at, DateTimeOffset now, Labels labels)
    {
        var (day, today) = (DateOnly.FromDateTime(at.DateTime), DateOnly.FromDateTime(now.DateTime));
        return day == today ? Time(at)
            : day.DayNumber - today.DayNumber < 7 ? $"{labels.Weekday(day.DayOfWeek)} {Time(at)}" : $"{labels.Day(day)} {Time(at)}";
    }

    private static string Time(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);
}
