using System.Globalization;
using NCrontab;

namespace Hub.Host.Timers;

/// <summary>When a timer is due: a cron expression of five or six fields (with seconds), in UTC, or an interval.</summary>
public abstract class TimerSchedule
{
    /// <summary>Reads one, or says that it is none.</summary>
    public static TimerSchedule Parse(string text)
    {
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var interval) && interval > TimeSpan.Zero)
            return new Interval(interval);
        var seconds = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6;
        return CrontabSchedule.TryParse(text, new() { IncludingSeconds = seconds }) is { } cron
            ? new Cron(cron)
            : throw new FormatException(
                $"The schedule expression '{text}' was not recognized as a valid cron expression or timespan string.");
    }

    /// <summary>The first time after one.</summary>
    public abstract DateTime After(DateTime time);

    private sealed class Interval(TimeSpan length) : TimerSchedule
    {
        public override DateTime After(DateTime time) => time + length;
    }

    private sealed class Cron(CrontabSchedule schedule) : TimerSchedule
    {
        public override DateTime After(DateTime time) => schedule.GetNextOccurrence(time);
    }
}
