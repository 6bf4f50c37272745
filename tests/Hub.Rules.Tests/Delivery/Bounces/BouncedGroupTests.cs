using Hub.Delivery.Bounces;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Bounces;

public sealed class BouncedGroupTests : BounceCase
{
    [Fact]
    public async Task A_report_that_does_not_know_the_mail_stops_nothing_but_somebody_has_to_look()
    {
        await Told();
        await _rig.Bounces.Record(Report("a", "5.1.1") with { References = ["<guessed@elsewhere.example>"] }, default);
        Assert.Single(await Concerns());
        await Told();
        Assert.Equal(2, Sequences("a").Count());
    }

    [Fact]
    public async Task One_dead_member_of_a_group_is_somebodys_task_and_the_others_go_on_reading()
    {
        await Told();
        foreach (var behind in new[]
        {
            Report("a", "5.1.1") with { FinalAddress = "member@elsewhere.example" },
            Report("a", "5.1.1") with { FinalAddress = "a@mission.example", HasReachedOthers = true },
        })
        {
            var tied = Assert.IsType<ReportOutcome.Tied>(await _rig.Bounces.Record(behind, default));
            Assert.Equal(ReportKind.Arrived, tied.Kind);
            Assert.Contains("passes its mail on", tied.Words, StringComparison.Ordinal);
        }
        Assert.Contains("passes its mail on", Assert.Single(await Concerns()).Cause.ToString(), StringComparison.Ordinal);
        await Told();
        Assert.Equal(2, Sequences("a").Count());
        Assert.True(await _rig.Book.Resolve("a", "reviewer", default));
        Assert.Empty(await Concerns());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mailbox_that_is_dead_itself_is_not_written_to_whatever_else_is_reported(bool behindFirst)
    {
        await Told();
        var reports = new[]
        {
            Report("a", "5.1.1") with { FinalAddress = "member@elsewhere.example" },
            Report("a", "5.1.1") with { FinalAddress = "A@Mission.example" },
        };
        foreach (var report in behindFirst ? reports : reports.Reverse())
            await _rig.Bounces.Record(report, default);
        await Told();
        Assert.Single(Sequences("a"));
    }
}
