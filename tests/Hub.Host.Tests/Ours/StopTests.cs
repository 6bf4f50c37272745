using Hub.LocalProcesses;

namespace Hub.Host.Tests.Ours;

/// <summary>Orderly ends.</summary>
[Trait("Host", "ours")]
public sealed class StopTests
{
    [Fact]
    public async Task What_runs_ends_before_the_host_does_and_nothing_new_is_taken()
    {
        await using var own = await OwnHost.Start();
        var waiting = own.Get("/wait/both");
        var streaming = own.Get("/stream/both");
        await own.Host.Wrote("Waiting at both");
        var gate = await own.Hold();
        var worker = own.Host.WorkerId;

        own.Host.Terminate();
        await own.Host.Wrote("Stopping");
        await Eventually.True(() => IsClosed(own), "the address takes no more connections");
        Assert.False(own.Host.HasExited);
        own.Open("both", gate);

        Assert.Equal("both", await waiting);
        Assert.Equal("begun\ndone\n", await streaming);
        Assert.Equal(0, await own.Host.Ended(HostUnderTest.Patience));
        Assert.Contains($"Released {gate}", own.Host.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists($"/proc/{worker}"), "the worker has ended");
        await using var receiver = own.Queues.CreateReceiver("held");
        Assert.Null(await receiver.PeekMessageAsync());
    }

    [Fact]
    public async Task What_does_not_end_in_time_is_given_back()
    {
        await using var own = await OwnHost.Start(drain: TimeSpan.FromSeconds(1));
        var gate = await own.Hold();

        own.Host.Terminate();

        Assert.Equal(0, await own.Host.Ended(HostUnderTest.Patience));
        await using var receiver = own.Queues.CreateReceiver("held");
        var message = await receiver.ReceiveMessageAsync(HostUnderTest.Patience);
        Assert.Equal(gate, message.Body.ToString());
        Assert.True(message.DeliveryCount > 1);
    }

    [Fact]
    public async Task A_worker_that_dies_during_the_stop_is_not_replaced()
    {
        await using var own = await OwnHost.Start(drain: TimeSpan.FromMinutes(10));
        var gate = await own.Hold();
        var worker = own.Host.WorkerId;
        own.Host.Terminate();
        await own.Host.Wrote("Stopping");

        using (var kill = System.Diagnostics.Process.Start("kill", ["-KILL", $"{worker}"]))
            await kill.WaitForExitAsync();

        Assert.Equal(0, await own.Host.Ended(HostUnderTest.Patience));
        Assert.Equal(worker, own.Host.WorkerId);
        await using var receiver = own.Queues.CreateReceiver("held");
        Assert.Equal(gate, (await receiver.ReceiveMessageAsync(HostUnderTest.Patience)).Body.ToString());
    }

    [Fact]
    public async Task A_second_signal_does_not_wait()
    {
        await using var own = await OwnHost.Start(drain: TimeSpan.FromMinutes(10));
        await own.Hold();

        own.Host.Terminate();
        await own.Host.Wrote("Stopping");
        own.Host.Terminate();

        Assert.Equal(0, await own.Host.Ended(HostUnderTest.Patience));
    }

    [Fact]
    public async Task A_worker_that_hangs_does_not_hold_up_the_stop()
    {
        await using var own = await OwnHost.Start(drain: TimeSpan.FromSeconds(1));
        using (var stop = System.Diagnostics.Process.Start("kill", ["-STOP", $"{own.Host.WorkerId}"]))
            await stop.WaitForExitAsync();

        own.Host.Terminate();

        Assert.Equal(0, await own.Host.Ended(HostUnderTest.Patience));
        Assert.False(Directory.Exists($"/proc/{own.Host.WorkerId}"), "the worker has ended");
    }

    [Fact]
    public async Task A_host_that_is_stopped_while_its_worker_starts_leaves_nothing()
    {
        using var app = new Protocol.FakeApp(Protocol.FakeApp.Silent);
        await using var host = FunctionsHost.Launch(app.Folder);
        await Eventually.True(() => host.WorkerId is not null, "the worker is started");

        host.Terminate();

        Assert.Equal(0, await host.Ended(HostUnderTest.Patience));
        await Eventually.True(() => !Directory.Exists($"/proc/{host.WorkerId}"), "the worker has ended");
    }

    private static async Task<bool> IsClosed(OwnHost own)
    {
        using var fresh = new HttpClient();
        try
        {
            using var response = await fresh.GetAsync(own.Host.Address);
            return false;
        }
        catch (HttpRequestException)
        {
            return true;
        }
    }
}
