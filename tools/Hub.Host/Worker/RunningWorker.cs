using Hub.Host.Functions;

namespace Hub.Host.Worker;

/// <summary>A worker that has loaded its functions.</summary>
public sealed record RunningWorker(
    WorkerProcess Process, WorkerChannel Channel, string? HttpUri, IReadOnlyList<FunctionDefinition> Functions);
