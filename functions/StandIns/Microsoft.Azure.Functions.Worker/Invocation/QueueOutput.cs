namespace Microsoft.Azure.Functions.Worker;

/// <summary>A queue that a function writes to, and where in its return value the messages are.</summary>
internal sealed record QueueOutput(string Name, ServiceBusOutputAttribute Target, Func<object, object?> Read);
