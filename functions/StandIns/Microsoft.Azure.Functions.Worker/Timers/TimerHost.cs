using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the timers from start to shutdown.</summary>
internal sealed class TimerHost(
    IReadOnlyList<TimerPlan> plans, FunctionRunner runner, StorageWatch watch, TimeProvider time, IHostApplicationLifetime lifetime,
    ILogger<TimerHost> logger) : TriggerHost(lifetime, logger)
{
    protected override Task Run(CancellationToken stopping, CancellationToken cancellation) => Task.WhenAll(plans.Select(p =>
        new TimerLoop(p.Function, p.Trigger, p.Schedule, p.Store, runner, watch, time, logger).Run(stopping, cancellation)));
}
