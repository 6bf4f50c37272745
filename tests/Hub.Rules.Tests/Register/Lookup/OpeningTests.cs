using System.Globalization;
using Hub.Register.Lookup;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Lookup;

public sealed class OpeningTests
{
    private static readonly AuthorityRestricted Vienna = Sample.Authority().Restricted with
    {
        TimeZone = "Europe/Vienna",
        OfficeHours = [new(DayOfWeek.Monday, new(8, 30), new(12, 0)), new(DayOfWeek.Monday, new(13, 0), new(16, 30))],
    };

    [Theory]
    [InlineData("2025-03-17T07:29:59Z", false)]
    [InlineData("2025-03-17T07:30:00Z", true)]
    [InlineData("2025-03-17T11:30:00Z", false)]
    [InlineData("2025-03-17T15:29:59Z", true)]
    [InlineData("2025-03-17T15:30:00Z", false)]
    [InlineData("2025-03-18T09:00:00Z", false)]
    [InlineData("2025-06-16T06:30:00Z", true)]
    [InlineData("2025-06-16T14:30:00Z", false)]
    public void An_office_is_open_by_its_own_clock_in_summer_and_winter(string at, bool open) =>
        Assert.Equal(open, Opening.IsOpen(Vienna, DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)));

    [Fact]
    public void Who_has_a_line_day_and_night_can_always_be_reached_and_who_names_no_zone_cannot_be_told()
    {
        var atNight = new DateTimeOffset(2025, 3, 16, 2, 0, 0, TimeSpan.Zero);
        Assert.True(Opening.IsOpen(Vienna with { Phones = [new("+99915550120", null, PhonePurpose.AroundTheClock)] }, atNight));
        Assert.True(Opening.IsOpen(Vienna with { OutOfHoursReach = true }, atNight));
        Assert.False(Opening.IsOpen(Vienna with { OutOfHoursReach = false }, atNight));
        var urgent = new UrgentProcedure(null, new("+99915550121", null, PhonePurpose.AroundTheClock));
        Assert.True(Opening.IsOpen(Vienna with { UrgentProcedure = urgent }, atNight));
        Assert.False(Opening.IsOpen(
            Vienna with { UrgentProcedure = urgent with { Phone = new("+99915550121") } }, atNight));
        Assert.False(Opening.IsOpen(Vienna with { TimeZone = null }, atNight.AddDays(1).AddHours(8)));
    }
}
