using Hub.Register.Lookup;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules.Contacts;

public sealed class OfficeHoursRuleTests
{
    [Theory]
    [InlineData("")]
    [InlineData(",\"timeZone\":\"GMT+1\"")]
    [InlineData(",\"timeZone\":\"UTC\"")]
    [InlineData(",\"timeZone\":\"Africa/Nowhere\"")]
    [InlineData(",\"timeZone\":\"posix/Africa/Dakar\"")]
    [InlineData(",\"timeZone\":\"right/Europe/Vienna\"")]
    [InlineData(",\"timeZone\":\"Etc/GMT+1\"")]
    [InlineData(",\"timeZone\":\"SystemV/EST5\"")]
    [InlineData(",\"timeZone\":\"Europe/../posix/Europe/Vienna\"")]
    public void V12_asks_for_the_zone_of_office_hours(string zone) => Trips(
        Sample.Amending($$"""{"officeHours":[{"day":"MONDAY","from":"08:30","to":"16:30"}]{{zone}} }"""), ProblemCode.V12, Outcome.Query,
        "/changes/0/set/timeZone");

    [Fact]
    public void V12_asks_about_a_time_on_another_clock()
    {
        Passes(
            Sample.Amending("""{"officeHours":[{"day":"SUNDAY","from":"08:30","to":"16:30"}],"timeZone":"Africa/Dakar"}"""),
            ProblemCode.V12);
        Trips(Sample.Amending("""{"officeHours":[{"day":"MONDAY","from":"8.30 am","to":"16:30"}],"timeZone":"Africa/Dakar"}"""),
            ProblemCode.V12, Outcome.Query, "/changes/0/set/officeHours/0/from");
    }

    [Fact]
    public void Hours_that_end_with_the_day_are_read_kept_and_written()
    {
        const string Hours = """{"officeHours":[{"day":"MONDAY","from":"08:00","to":"24:00"}],"timeZone":"Africa/Dakar"}""";
        Passes(Sample.Amending(Hours), ProblemCode.V12);
        var changed = AuthorityForm.Amend(Sample.Authority(), Sample.Object(Hours)).Changed;
        Assert.Contains("\"to\":\"24:00\"", changed.ForReaders().ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("08:00–24:00", changed.Restricted.OfficeHours![0].Span());
        var monday = new DateTimeOffset(2025, 3, 17, 23, 59, 0, TimeSpan.Zero);
        Assert.True(Opening.IsOpen(changed.Restricted, monday));
        Assert.False(Opening.IsOpen(changed.Restricted, monday.AddMinutes(1)));
        Trips(Sample.Amending("""{"officeHours":[{"day":"MONDAY","from":"24:00","to":"24:00"}],"timeZone":"Africa/Dakar"}"""),
            ProblemCode.V12, Outcome.Query, "/changes/0/set/officeHours/0/from");
    }
}
