using Hub.Host.Functions;
using Hub.Host.Protocol;

namespace Hub.Host.Timers;

/// <summary>Runs a function by its schedule: one run ends before the next begins, and what was missed meanwhile is left out.</summary>
public sealed class TimerTrigger(FunctionDefinition function, TimerSchedule schedule, FunctionInvoker invoker) : IAsyncDisposable
{
    private const string Input = """{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}""";

    // Task.Delay has a limit; a yearly schedule waits in days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    /// <summary>Begins to wait.</summary>
    public void Start() => _running = Task.Run(Loop);

    /// <summary>Begins no further run, and waits for the one that is under way.</summary>
    public async Task Stop()
    {
        await _stopping.CancelAsync();
        await _running;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Stop();
        _stopping.Dispose();
    }

    private async Task Loop()
    {
        try
        {
            if (function.Trigger.Flag("runOnStartup") == true)
                await Run();
            while (true)
            {
                await WaitUntil(schedule.After(DateTime.UtcNow));
                await Run();
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private async Task WaitUntil(DateTime due)
    {
        while (due - DateTime.UtcNow is var left && left > TimeSpan.Zero)
            await Task.Delay(left < LongestWait ? left : LongestWait, _stopping.Token);
        _stopping.Token.ThrowIfCancellationRequested();
    }

    private async Task Run()
    {
        var request = FunctionInvoker.NewRequest(function, traceParent: null);
        request.InputData.Add(new ParameterBinding { Name = function.Trigger.Name, Data = new TypedData { Json = Input } });
        try
        {
            await invoker.Run(function, request);
        }
        catch (Exception)
        {
            // The invoker has logged it, and a timer goes on.
        }
    }
}
