using NCrontab;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>When a timer ticks, in UTC.</summary>
internal sealed class TimerSchedule(CrontabSchedule cron)
{
    private const int FieldsWithSeconds = 6;

    public static TimerSchedule? Parse(string text, string function, Problems problems)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var cron = CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = fields == FieldsWithSeconds });
        if (cron is null)
            problems.Add($"Function '{function}': '{text}' is not a cron expression of six fields (second minute hour day month weekday).");
        return cron is null ? null : new TimerSchedule(cron);
    }

    public DateTime After(DateTime time) => DateTime.SpecifyKind(cron.GetNextOccurrence(time), DateTimeKind.Utc);
}
