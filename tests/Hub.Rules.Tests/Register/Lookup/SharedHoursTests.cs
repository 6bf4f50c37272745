using FsCheck;
using FsCheck.Fluent;
using Hub.Register.Lookup;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Lookup;

public sealed class SharedHoursTests
{
    private static readonly DayOfWeek[] MondayToFriday =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    private static readonly DayOfWeek[] SundayToThursday =
        [DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday];

    private static readonly AuthorityRestricted Vienna = Office("Europe/Vienna", MondayToFriday, 8, 16);
    private static readonly AuthorityRestricted Riyadh = Office("Asia/Riyadh", SundayToThursday, 8, 15);
    private static readonly AuthorityRestricted Kathmandu = Office("Asia/Kathmandu", SundayToThursday, 10, 17);
    private static readonly AuthorityRestricted Apia = Office("Pacific/Apia", MondayToFriday, 9, 17);
    private static readonly AuthorityRestricted NightShift = Office("America/New_York", MondayToFriday, 22, 6);

    // Sunday; the clocks of New York go forward on this day, those of Vienna three weeks later.
    private static readonly DateTimeOffset Start = new(2026, 3, 8, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Offices_with_different_weekends_share_the_hours_of_four_days_a_week()
    {
        var times = SharedHours.Of([Vienna, Riyadh], Start);
        Assert.Equal(8, times.Count);
        Assert.Equal(new(Start.AddDays(1).AddHours(7), Start.AddDays(1).AddHours(12)), times[0]);
        Assert.DoesNotContain(times, t => t.From.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    [Fact]
    public void Offices_on_both_sides_of_the_world_share_none() => Assert.Empty(SharedHours.Of([Vienna, Apia], Start));

    [Fact]
    public void Where_hours_or_a_zone_are_not_known_nothing_is_said()
    {
        Assert.Empty(SharedHours.Of([Vienna, Vienna with { TimeZone = null }], Start));
        Assert.False(SharedHours.AreKnown(Vienna with { OfficeHours = [] }));
        Assert.True(SharedHours.AreKnown(Vienna));
    }

    [Fact]
    public void More_offices_than_are_compared_and_none_have_no_times()
    {
        Assert.Empty(SharedHours.Of([], Start));
        Assert.Empty(SharedHours.Of([Vienna, Vienna, Vienna, Vienna, Vienna, Vienna], Start));
    }

    [Fact]
    public void A_closure_and_a_time_that_has_begun_are_left_out()
    {
        var closed = Vienna with { TemporaryNotices = [new("CLOSURE", "Moving house", new(2026, 3, 9), new(2026, 3, 10))] };
        Assert.Equal(new DateOnly(2026, 3, 11), DateOnly.FromDateTime(SharedHours.Of([closed, Riyadh], Start)[0].From.DateTime));
        var noon = Start.AddDays(1).AddHours(11);
        Assert.Equal(new(noon, noon.AddHours(1)), SharedHours.Of([Vienna, Riyadh], noon)[0]);
    }

    [Fact]
    public void At_a_moment_of_a_shared_time_each_is_open_and_at_others_one_is_closed()
    {
        AuthorityRestricted[] all = [Vienna, Riyadh, Kathmandu, Apia, NightShift];
        const int Minutes = 14 * 24 * 60;
        Prop.ForAll(Gen.Choose(0, (all.Length * all.Length * Minutes) - 1).ToArbitrary(), drawn =>
        {
            AuthorityRestricted[] offices = [all[drawn / Minutes / all.Length], all[drawn / Minutes % all.Length]];
            var at = Start.AddMinutes(drawn % Minutes);
            return SharedHours.Of(offices, Start).Any(t => t.From <= at && at < t.To)
                == Array.TrueForAll(offices, o => Opening.OfOffice(o, at) is Opening.OpenUntil);
        }).QuickCheckThrowOnFailure();
    }

    private static AuthorityRestricted Office(string zone, DayOfWeek[] days, int from, int to) => Sample.Authority().Restricted with
    {
        TimeZone = zone, OfficeHours = [.. days.Select(d => new OfficeHours(d, new(from, 0), new(to, 0)))],
    };
}
