using System.Globalization;
using Hub.Host.Timers;

namespace Hub.Host.Tests.Parts;

public sealed class TimerScheduleTests
{
    [Theory]
    [InlineData("0 */5 * * * *", "2026-01-01 00:00:00", "2026-01-01 00:05:00")]
    [InlineData("*/15 * * * * *", "2026-01-01 00:00:44", "2026-01-01 00:00:45")]
    [InlineData("0 0 6 1 1,7 *", "2026-01-01 06:00:00", "2026-07-01 06:00:00")]
    [InlineData("0 30 9 * * Mon-Fri", "2026-01-02 09:30:00", "2026-01-05 09:30:00")]
    [InlineData("*/5 * * * *", "2026-01-01 00:04:59", "2026-01-01 00:05:00")]
    [InlineData("00:00:10", "2026-01-01 00:00:03", "2026-01-01 00:00:13")]
    [InlineData("0 0 0 29 2 *", "2026-01-01 00:00:00", "2028-02-29 00:00:00")]
    public void The_next_time_is_after_the_last(string schedule, string last, string next) =>
        Assert.Equal(Time(next), TimerSchedule.Parse(schedule).After(Time(last)));

    [Theory]
    [InlineData("every day")]
    [InlineData("")]
    [InlineData("* * * * * * *")]
    [InlineData("99 * * * * *")]
    [InlineData("-00:00:10")]
    public void What_is_no_schedule_is_said(string schedule)
    {
        var error = Assert.Throws<FormatException>(() => TimerSchedule.Parse(schedule));

        Assert.Contains($"'{schedule}' was not recognized", error.Message, StringComparison.Ordinal);
    }

    private static DateTime Time(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
