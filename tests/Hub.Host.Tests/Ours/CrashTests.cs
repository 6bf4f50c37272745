using System.Diagnostics;
using System.Net;
using Hub.LocalProcesses;

namespace Hub.Host.Tests.Ours;

/// <summary>Workers that die, hang or take too long.</summary>
[Trait("Host", "ours")]
public sealed class CrashTests
{
    [Fact]
    public async Task A_crash_fails_what_runs_and_a_new_worker_goes_on()
    {
        await using var own = await OwnHost.Start();
        var waiting = own.Http.GetAsync(new Uri("/wait/never", UriKind.Relative));
        await own.Host.Wrote("Waiting at never");
        var gate = await own.Hold();
        var first = own.Host.WorkerId;

        using var crash = await own.Http.GetAsync(new Uri("/crash", UriKind.Relative));

        Assert.Equal(HttpStatusCode.InternalServerError, crash.StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, (await waiting).StatusCode);
        await own.Host.Wrote($"Holding {gate}, delivery 2", HostUnderTest.Patience);
        Assert.Contains("it ended with code 7; it wrote last: |", own.Host.Output, StringComparison.Ordinal);
        Assert.Contains("Crashing on purpose.", own.Host.Output, StringComparison.Ordinal);
        Assert.StartsWith("Hello", await own.Get("/hello/again"), StringComparison.Ordinal);
        Assert.NotEqual(first, own.Host.WorkerId);
    }

    [Fact]
    public async Task The_third_crash_within_half_an_hour_ends_the_host()
    {
        await using var own = await OwnHost.Start();
        for (var i = 0; i < 2; i++)
        {
            await own.Host.KillWorker();
            Assert.StartsWith("Hello", await own.Get("/hello/again"), StringComparison.Ordinal);
        }

        await own.Host.KillWorker();

        Assert.Equal(1, await own.Host.Ended(HostUnderTest.Patience));
        Assert.Contains("The worker ended 3 times within 30 minutes", own.Host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_takes_longer_than_the_app_allows_costs_its_worker()
    {
        await using var own = await OwnHost.Start(new() { ["AzureFunctionsJobHost__functionTimeout"] = "00:00:05" });

        var gate = await own.Hold();

        await own.Host.Wrote($"Holding {gate}, delivery 2", HostUnderTest.Patience);
        Assert.Contains("Timeout value of 00:00:05 exceeded by function 'Functions.Hold'", own.Host.Output, StringComparison.Ordinal);
        Assert.StartsWith("Hello", await own.Get("/hello/again"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_hangs_with_a_message_in_hand_is_replaced_when_the_function_s_time_is_over()
    {
        await using var own = await OwnHost.Start(new() { ["AzureFunctionsJobHost__functionTimeout"] = "00:00:05" });
        var gate = await own.Hold();

        using (var stop = Process.Start("kill", ["-STOP", $"{own.Host.WorkerId}"]))
            await stop.WaitForExitAsync();

        await own.Host.Wrote($"Holding {gate}, delivery 2", HostUnderTest.Patience);
        Assert.StartsWith("Hello", await own.Get("/hello/again"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_whose_host_was_killed_is_ended_by_the_next_host()
    {
        // A register of its own: any other host that starts meanwhile would do it too.
        using var data = new Protocol.FakeApp("");
        await using var own = await OwnHost.Start(new() { ["XDG_DATA_HOME"] = data.Folder });
        var left = own.Host.WorkerId!.Value;
        await own.Host.KillHost();
        Assert.True(Directory.Exists($"/proc/{left}"), "the worker outlives its host");

        await using var next = await OwnHost.Start(new() { ["XDG_DATA_HOME"] = data.Folder });

        await Eventually.True(() => !Directory.Exists($"/proc/{left}"), "the worker that was left behind is gone");
        Assert.Contains($"Ended the worker with process id {left}, whose host was killed.", next.Host.Output, StringComparison.Ordinal);
    }
}
