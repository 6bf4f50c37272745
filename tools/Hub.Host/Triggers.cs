using Hub.Host.App;
using Hub.Host.Functions;
using Hub.Host.Http;
using Hub.Host.Queues;
using Hub.Host.Timers;
using Hub.Host.Worker;

namespace Hub.Host;

/// <summary>What starts the functions of an app: its address, its timers and its queues, opened and closed together.</summary>
public sealed class Triggers(HttpFront front, AppSettings settings, HostJson hostJson, QueueConnections connections, HostLog log)
{
    private readonly List<TimerTrigger> _timers = [];
    private readonly List<QueueTrigger> _queues = [];

    /// <summary>Opens them for the functions of the first worker.</summary>
    public async Task Open(RunningWorker worker, WorkerSupervisor workers, FunctionInvoker invoker, TimeSpan drain)
    {
        var enabled = worker.Functions.Where(f => !IsDisabled(f)).ToList();
        var http = enabled.Where(f => f.Trigger.Is("httpTrigger")).ToList();
        if (http.Count > 0 && worker.HttpUri is null)
            throw new HostException("The worker takes no HTTP itself. Have its Program.cs call ConfigureFunctionsWebApplication().");
        foreach (var function in enabled.Except(http))
            Prepare(function, invoker);
        await front.Open(http, hostJson.RoutePrefix, HasHomePage, workers, invoker, drain, log);
        await Task.WhenAll(_queues.Select(q => q.Start()));
        _timers.ForEach(t => t.Start());
        log.Say($"Host ready at {front.Address}, {http.Count + _timers.Count + _queues.Count} functions");
    }

    /// <summary>Starts nothing more, and waits for what runs; the front cuts off what it has when the time is over.</summary>
    public Task Close(CancellationToken overdue) =>
        Task.WhenAll([front.Stop(overdue), .. _timers.Select(t => t.Stop()), .. _queues.Select(q => q.Stop())]);

    private bool HasHomePage => !string.Equals(settings["AzureWebJobsDisableHomepage"], "true", StringComparison.OrdinalIgnoreCase);

    private bool IsDisabled(FunctionDefinition function)
    {
        var disabled = settings[$"AzureWebJobs.{function.Name}.Disabled"] ?? settings[$"AzureWebJobs__{function.Name}__Disabled"];
        return disabled is not null && (disabled == "1" || disabled.Equals("true", StringComparison.OrdinalIgnoreCase));
    }

    private void Prepare(FunctionDefinition function, FunctionInvoker invoker)
    {
        try
        {
            if (function.Trigger.Is("timerTrigger"))
                _timers.Add(new(function, TimerSchedule.Parse(settings.Resolve(function.Trigger.Text("schedule") ?? "")), invoker));
            else
                _queues.Add(new(function, settings, hostJson, connections, invoker, log));
        }
        catch (FormatException error)
        {
            log.Log(LogLevel.Error, $"The '{function.Name}' function is in error: {error.Message}");
        }
    }
}
