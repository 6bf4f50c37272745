using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function for each message of a queue, or of its dead-letter queue (<c>name/$deadletterqueue</c>).</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceBusTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    public string? QueueName { get; } = queueName;

    /// <summary>The name of the setting that holds the connection.</summary>
    public string? Connection { get; set; }
}
