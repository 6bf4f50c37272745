using Hub.Local.Running;

namespace Hub.Local.Tests;

/// <summary>The program itself, as a process that is told to stop.</summary>
public sealed class StoppingTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("hub-stop-");

    [Fact]
    public async Task A_hub_that_is_told_to_stop_while_it_starts_stops_at_once_and_leaves_no_process()
    {
        await using var up = HubProgram.Start("up", "--empty", "--data", _root.FullName, "--port-base", $"{HubProgram.FreeBase()}");
        await up.Wrote("broker (queues)", TimeSpan.FromSeconds(90));
        Assert.NotEmpty(Processes.With(Storage));
        up.Terminate();
        Assert.Equal(StopSignal.ExitCode, await up.Ended(TimeSpan.FromSeconds(90)));
        Assert.Contains("The hub stops …", up.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("The hub runs", up.Output, StringComparison.Ordinal);
        Assert.Empty(Processes.With(Storage));
    }

    [Fact]
    public async Task A_demo_that_is_told_to_stop_leaves_no_process()
    {
        await using var demo = HubProgram.Start("demo", "--data", _root.FullName);
        await demo.Wrote("simulators (mailbox", TimeSpan.FromSeconds(90));
        var started = Processes.Below(demo.Id);
        Assert.NotEmpty(started);
        demo.Terminate();
        Assert.Equal(StopSignal.ExitCode, await demo.Ended(TimeSpan.FromSeconds(90)));
        Assert.All(started, p => Assert.Null(Processes.Parent(p)));
    }

    [Fact]
    public void A_hub_whose_starter_was_killed_is_stopped_by_ending_its_parts()
    {
        var text = UpCommand.HowToStop([Environment.ProcessId]);
        Assert.Equal($"Whoever started it was killed and left its processes behind. End it: kill {Environment.ProcessId}", text);
    }

    public void Dispose() => _root.Delete(recursive: true);

    private string Storage => Path.Combine(_root.FullName, "azurite");
}
