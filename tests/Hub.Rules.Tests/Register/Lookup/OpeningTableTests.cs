using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Hub.Register.Lookup;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Lookup;

/// <summary>
/// Instants and places, each with what a clock on the wall there shows: worked out minute by minute elsewhere, and by hand.
/// </summary>
public sealed class OpeningTableTests
{
    private static readonly string[] Days = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];

    [Fact]
    public void An_office_is_open_as_the_table_says()
    {
        var rows = Rows();
        Assert.True(rows.Count > 200);
        Assert.Equal([], rows.Select(r => (Line: string.Join('\t', r), Said: Said(Office(r), At(r)), Expected: r[5]))
            .Where(r => r.Said != r.Expected).Select(r => $"{r.Line}: {r.Said}"));
    }

    [Fact]
    public void Who_asks_for_those_that_are_open_gets_them() => Assert.All(Rows(), r => Assert.Equal(
        r[5].StartsWith("OPEN_UNTIL", StringComparison.Ordinal) || r[5] == "DAY_AND_NIGHT", Opening.IsOpen(Office(r), At(r))));

    [Fact]
    public void What_is_said_of_the_next_change_comes_true()
    {
        var offices = Rows().Select(Office).ToList();
        // A number that is drawn without bounds is a small one: half a year is drawn from as a whole.
        const int Minutes = 180 * 24 * 60;
        Prop.ForAll(Gen.Choose(0, (offices.Count * Minutes) - 1).ToArbitrary(), drawn => ComesTrue(
            offices[drawn / Minutes], new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(drawn % Minutes)))
            .QuickCheckThrowOnFailure();
    }

    private static bool ComesTrue(AuthorityRestricted office, DateTimeOffset at) => Opening.OfOffice(office, at) switch
    {
        Opening.OpenUntil(var closes) => closes > at && Opening.IsOpen(office, at) && Opening.IsOpen(office, closes.AddTicks(-1))
            && Opening.OfOffice(office, closes) is not Opening.OpenUntil,
        Opening.OpensAt(var opens, _) => opens > at && !Opening.IsOpen(office, at) && Opening.IsOpen(office, opens)
            && !Opening.IsOpen(office, opens.AddTicks(-1)),
        Opening.DayAndNight => Opening.IsOpen(office, at),
        _ => !Opening.IsOpen(office, at),
    };

    private static List<string[]> Rows() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Register", "Lookup", "openings.tsv")).Skip(1).Select(l => l.Split('\t'))];

    private static DateTimeOffset At(string[] row) => DateTimeOffset.Parse(row[4], CultureInfo.InvariantCulture);

    private static string Said(AuthorityRestricted office, DateTimeOffset at) => Opening.OfOffice(office, at) switch
    {
        Opening.OpenUntil(var closes) => $"OPEN_UNTIL {closes:yyyy-MM-ddTHH:mmzzz}",
        Opening.OpensAt(var opens, var by) => $"OPENS_AT {opens:yyyy-MM-ddTHH:mmzzz} {by.ToString().ToUpperInvariant()}",
        Opening.Closed(var by) => $"CLOSED {by.ToString().ToUpperInvariant()}",
        Opening.DayAndNight => "DAY_AND_NIGHT",
        _ => "UNKNOWN",
    };

    private static AuthorityRestricted Office(string[] row) => Sample.Authority().Restricted with
    {
        Phones = null, UrgentProcedure = null, OutOfHoursReach = null,
        TimeZone = row[0].Length == 0 ? null : row[0],
        OfficeHours = [.. row[1].Split("; ", StringSplitOptions.RemoveEmptyEntries).SelectMany(Hours)],
        PublicHolidays = row[2],
        TemporaryNotices = [.. row[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Closure)],
    };

    private static IEnumerable<OfficeHours> Hours(string line)
    {
        var (days, times) = (line.Split(' ')[0].Split('-'), line.Split(' ')[1]);
        for (var day = Array.IndexOf(Days, days[0]); ; day = (day + 1) % 7)
        {
            foreach (var time in times.Split(',').Select(t => t.Split('-')))
                yield return new((DayOfWeek)day, TimeOnly.Parse(time[0], CultureInfo.InvariantCulture), time[1] == "24:00"
                    ? default : TimeOnly.Parse(time[1], CultureInfo.InvariantCulture));
            if (Days[day] == days[^1])
                yield break;
        }
    }

    private static TemporaryNotice Closure(string days)
    {
        var ends = days.Split("..");
        return new(Opening.Closure, "Closed", Day(ends[0]), ends[1].Length == 0 ? null : Day(ends[1]));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
