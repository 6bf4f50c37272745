using Hub.Host.App;
using Hub.Host.Http;
using Hub.Host.Queues;
using Hub.Host.Worker;

namespace Hub.Host;

/// <summary>The host of one function app: starts its worker, then its triggers, and stops them in the opposite order.</summary>
public sealed class FunctionHost(Arguments arguments, HostLog log)
{
    private static readonly TimeSpan GiveBackWithin = TimeSpan.FromSeconds(5);

    /// <summary>Runs until it is asked to stop; throws where it cannot start or go on.</summary>
    public async Task Run(CancellationToken stop, CancellationToken stopAtOnce)
    {
        var settings = AppSettings.Read(arguments.Settings);
        var app = FunctionAppFolder.Open(arguments.App);
        var hostJson = HostJson.Read(app.Path, settings);
        await using var front = HttpFront.Reserve(arguments.Port);
        foreach (var id in WorkerRegister.OfUser.EndLeftBehind())
            log.Log(LogLevel.Warning, $"Ended the worker with process id {id}, whose host was killed.");
        await using var server = new WorkerServer(log);
        await using var connections = new QueueConnections(settings);
        using var workers = new WorkerSupervisor(new WorkerStarter(app, settings, server, log), log);
        await using var kill = stopAtOnce.Register(workers.Kill);
        var invoker = new FunctionInvoker(workers, new QueueOutputs(connections, settings), hostJson.FunctionTimeout, log);
        var triggers = new Triggers(front, settings, hostJson, connections, log);
        try
        {
            // The worker's process starts while the server that it will connect to does.
            var first = workers.Start(stop);
            await server.Start();
            await triggers.Open(await first, workers, invoker, arguments.Drain);
            var tooManyCrashes = workers.Supervise();
            await Task.WhenAny(tooManyCrashes, Task.Delay(Timeout.Infinite, stop));
            await Drain(triggers, workers);
            await workers.Stop();
            await tooManyCrashes;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to stop before it was ready.
        }
        finally
        {
            await workers.Stop();
        }
    }

    // What runs is to end; where it does not within the time, the worker is ended and messages go back to their queues.
    private async Task Drain(Triggers triggers, WorkerSupervisor workers)
    {
        workers.ReplaceNoMore();
        log.Log(LogLevel.Information, "Stopping: no new work is taken, and what runs is awaited.");
        using var overdue = new CancellationTokenSource(arguments.Drain);
        var closing = triggers.Close(overdue.Token);
        if (await Task.WhenAny(closing, Task.Delay(arguments.Drain)) == closing)
            return;
        log.Log(LogLevel.Warning, $"What runs did not end within {arguments.Drain.TotalSeconds:0} seconds, so the worker is ended.");
        workers.Kill();
        await Task.WhenAny(closing, Task.Delay(GiveBackWithin));
    }
}
