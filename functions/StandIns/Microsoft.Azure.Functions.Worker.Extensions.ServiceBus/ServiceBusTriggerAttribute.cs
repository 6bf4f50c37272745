using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function for each message of a queue.</summary>
/// <remarks>
/// Microsoft's assembly also carries an ExtensionInformation attribute; this one must not, for the SDK's build would then ask for the
/// package that cannot be had.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceBusTriggerAttribute(string queueName) : TriggerBindingAttribute
{
    public string? QueueName { get; } = queueName;

    /// <summary>The name of the setting that holds the connection.</summary>
    public string? Connection { get; set; }
}
