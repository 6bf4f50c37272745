namespace Microsoft.Azure.Functions.Worker;

/// <summary>What an output is sent to; the stand-in knows queues only.</summary>
public enum ServiceBusEntityType
{
    Queue,
    Topic,
}
