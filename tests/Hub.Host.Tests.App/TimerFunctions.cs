using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Host.Tests.App;

/// <summary>What the tests of timers look at.</summary>
public sealed class TimerFunctions(ILogger<TimerFunctions> logger)
{
    private static int _running;

    [Function(nameof(Start))]
    public void Start([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] string timer) =>
        logger.LogInformation("Started with {Timer}", timer);

    [Function(nameof(Tick))]
    public void Tick([TimerTrigger("%TickSchedule%")] TimerInfo timer) =>
        logger.LogInformation("Ticked, past due {PastDue}", timer.IsPastDue);

    // Longer than its interval, so that runs would overlap if they could.
    [Function(nameof(Slow))]
    public async Task Slow([TimerTrigger("* * * * * *")] TimerInfo timer)
    {
        logger.LogInformation("Slow runs at once: {Running}", Interlocked.Increment(ref _running));
        await Task.Delay(1500);
        Interlocked.Decrement(ref _running);
    }
}
