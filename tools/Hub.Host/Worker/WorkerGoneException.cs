namespace Hub.Host.Worker;

/// <summary>The worker ended while it was at work on an invocation.</summary>
public sealed class WorkerGoneException(string message) : Exception(message);
