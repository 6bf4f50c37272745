using System.Text.RegularExpressions;
using Hub.LocalProcesses;

namespace Hub.Host.Tests.Conformance;

[Collection(HostCollection.Name)]
public sealed partial class TimerTests(HostUnderTest host)
{
    [Fact]
    public async Task A_timer_may_run_when_the_host_starts_and_gets_its_schedule() =>
        await host.Logged("""Started with {"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}""");

    [Fact]
    public async Task A_timer_runs_again_and_again_by_its_schedule_from_a_setting()
    {
        await Eventually.True(() => Regex.Count(host.Log, "Ticked, past due False") >= 3, "three ticks", HostUnderTest.Patience);

        // No time comes twice.
        var times = Tick().Matches(host.Log).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(times.Distinct(), times);
    }

    [Fact]
    public async Task The_runs_of_a_timer_do_not_overlap()
    {
        await Eventually.True(() => Regex.Count(host.Log, "Slow runs at once: 1") >= 3, "three slow runs", HostUnderTest.Patience);

        Assert.DoesNotContain("Slow runs at once: 2", host.Log, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(\S+)\.\d\d\dZ .*Ticked")]
    private static partial Regex Tick();
}
