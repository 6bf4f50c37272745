using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Sends what a function returns to a queue, once the function has succeeded.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ServiceBusOutputAttribute(
    string queueOrTopicName, ServiceBusEntityType entityType = ServiceBusEntityType.Queue) : OutputBindingAttribute
{
    public string QueueOrTopicName { get; } = queueOrTopicName;

    /// <summary>The name of the setting that holds the connection.</summary>
    public string? Connection { get; set; }

    public ServiceBusEntityType EntityType { get; set; } = entityType;
}
