using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Ticks for one function. A tick that comes while the last one still runs is left out.</summary>
internal sealed class TimerLoop(
    FunctionEntry function, TimerTriggerAttribute trigger, TimerSchedule schedule, TimerStatusStore store, FunctionRunner runner,
    StorageWatch watch, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Ticks until told to stop; what missed its tick while the app was down runs once, now.</summary>
    public async Task Run(CancellationToken stopping, CancellationToken cancellation)
    {
        var (status, late) = await Begin(stopping);
        if (late || trigger.RunOnStartup)
            status = await Tick(status, late, stopping, cancellation);
        while (await Reached(status.Next, stopping))
            status = await Tick(status, late: false, stopping, cancellation);
    }

    private async Task<(ScheduleStatus Status, bool Late)> Begin(CancellationToken stopping)
    {
        var kept = trigger.UseMonitor ? await watch.Patiently(store.Address, () => store.Read(function.Name), stopping) : null;
        if (kept is null)
            return (await Keep(new ScheduleStatus { LastUpdated = Now, Next = schedule.After(Now) }, stopping), false);
        // Worked out again, because the schedule may have been changed meanwhile.
        kept.Next = schedule.After(kept.LastUpdated);
        return (kept, kept.Next <= Now);
    }

    private async Task<bool> Reached(DateTime due, CancellationToken stopping)
    {
        for (var left = due - Now; left > TimeSpan.Zero && !stopping.IsCancellationRequested; left = due - Now)
        {
            var delay = Task.Delay(left < LongestDelay ? left : LongestDelay, time, stopping);
            await delay.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return !stopping.IsCancellationRequested;
    }

    private async Task<ScheduleStatus> Tick(ScheduleStatus before, bool late, CancellationToken stopping, CancellationToken cancellation)
    {
        var started = Now;
        try
        {
            var info = new TimerInfo { ScheduleStatus = before, IsPastDue = late };
            await runner.Run(function, info, new Dictionary<string, object?>(), cancellation);
        }
        catch (Exception e)
        {
            logger.LogError(e, "{Function}: the tick failed; the next one comes as scheduled.", function.Name);
        }
        return await Keep(new ScheduleStatus { Last = started, LastUpdated = started, Next = schedule.After(Now) }, stopping);
    }

    private Task<ScheduleStatus> Keep(ScheduleStatus status, CancellationToken stopping) => trigger.UseMonitor
        ? watch.Patiently(store.Address, () => store.Write(function.Name, status), stopping)
        : Task.FromResult(status);
}
