using Hub.LocalProcesses;

namespace Hub.Host.Tests.Protocol;

/// <summary>Workers that do not do what they should at the start: the host says so within its time, and leaves nothing behind.</summary>
[Trait("Host", "ours")]
public sealed class WrongWorkerTests
{
    [Fact]
    public async Task A_worker_that_ends_at_the_start_ends_the_host_with_its_last_words() =>
        await Ends(
            60, "echo preparing; echo 'No such database: hub.' >&2; exit 3",
            "The worker worker.sh ended while it started: it ended with code 3; it wrote last:\n", "preparing",
            "No such database: hub.");

    [Fact]
    public async Task A_child_that_a_worker_leaves_behind_does_not_hide_its_end() =>
        await Ends(60, "sleep 90 & echo left; exit 4", "it ended with code 4", "left");

    [Fact]
    public async Task A_worker_that_never_connects_is_waited_for_no_longer_than_it_may_take() =>
        await Ends(2, "echo thinking; exec sleep 600", "The worker worker.sh did not connect within 2 seconds", "thinking");

    [Fact]
    public async Task A_worker_that_sends_garbage_is_waited_for_no_longer_than_it_may_take() =>
        await Ends(
            2, """
            while [ "$1" != --port ]; do shift; done
            exec 3<>/dev/tcp/127.0.0.1/$2
            head -c 1000000 /dev/urandom >&3
            exec sleep 600
            """,
            "The worker worker.sh did not connect within 2 seconds");

    [Fact]
    public async Task A_worker_that_connects_and_then_is_silent_is_not_waited_for_for_ever()
    {
        using var app = new FakeApp(FakeApp.Silent, startupSeconds: 10);
        await using var host = FunctionsHost.Launch(app.Folder);
        await using var worker = await FakeWorker.Connect(app);
        await worker.Send(new() { StartStream = new() { WorkerId = worker.Id } });

        Assert.Equal(1, await host.Ended(HostUnderTest.Patience));
        Assert.Contains("did not answer WorkerInitRequest within 10 seconds", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_cannot_be_started_is_named()
    {
        using var app = new FakeApp(FakeApp.Silent);
        app.Write(
            "worker.config.json",
            """{ "description": { "defaultExecutablePath": "no-such-program", "defaultWorkerPath": "worker.sh" } }""");
        await using var host = FunctionsHost.Launch(app.Folder);

        Assert.Equal(1, await host.Ended(HostUnderTest.Patience));
        Assert.Contains("no-such-program", host.Output, StringComparison.Ordinal);
    }

    private static async Task Ends(int seconds, string script, params string[] words)
    {
        using var app = new FakeApp($"echo $$ > pid\n{script}", seconds);
        await using var host = FunctionsHost.Launch(app.Folder);

        Assert.Equal(1, await host.Ended(HostUnderTest.Patience));
        foreach (var text in words)
            Assert.Contains(text, host.Output, StringComparison.Ordinal);
        var id = (await File.ReadAllTextAsync(Path.Combine(app.Folder, "pid"))).Trim();
        await Eventually.True(() => !Directory.Exists($"/proc/{id}"), "the worker's process is gone");
    }
}
