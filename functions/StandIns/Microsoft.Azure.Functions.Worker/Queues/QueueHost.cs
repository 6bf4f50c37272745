using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Creates the queues, and pumps them from start to shutdown.</summary>
internal sealed class QueueHost(
    FunctionSet functions, StorageQueues queues, QueueOptions options, FunctionRunner runner, StorageWatch watch,
    IHostApplicationLifetime lifetime, ILogger<QueueHost> logger) : TriggerHost(lifetime, logger)
{
    protected override async Task Run(CancellationToken stopping, CancellationToken cancellation)
    {
        var pumps = functions.Triggered<ServiceBusTriggerAttribute>().Select(f => Pump(f.Function, f.Trigger)).ToList();
        foreach (var queue in queues.All)
            await watch.Patiently(queue.Client.Uri, queue.Create, stopping);
        await Task.WhenAll(pumps.Select(p => p.Run(stopping, cancellation)));
        pumps.ForEach(p => p.Dispose());
    }

    private QueuePump Pump(FunctionEntry function, ServiceBusTriggerAttribute trigger)
    {
        var queue = queues.Get(trigger.Connection, trigger.QueueName!, function.Name);
        var dead = QueueName.IsDeadLetter(trigger.QueueName!)
            ? null
            : queues.Get(trigger.Connection, QueueName.DeadLettersOf(trigger.QueueName!), function.Name);
        return new QueuePump(queue, options, watch, new MessageHandler(function, queue, dead, options, runner, logger));
    }
}
