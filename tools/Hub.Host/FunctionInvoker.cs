using System.Diagnostics;
using Hub.Host.Functions;
using Hub.Host.Protocol;
using Hub.Host.Queues;
using Hub.Host.Worker;

namespace Hub.Host;

/// <summary>Runs a function in the worker, within the app's time limit, and then writes what it gave to output bindings.</summary>
public sealed class FunctionInvoker(WorkerSupervisor workers, QueueOutputs outputs, TimeSpan? timeout, HostLog log)
{
    /// <summary>A request without input yet, with an id of its own.</summary>
    public static InvocationRequest NewRequest(FunctionDefinition function, string? traceParent, string? traceState = null) => new()
    {
        InvocationId = Guid.NewGuid().ToString(),
        FunctionId = function.Id,
        TraceContext = new RpcTraceContext { TraceParent = traceParent ?? "", TraceState = traceState ?? "" },
        RetryContext = new RetryContext(),
    };

    /// <summary>Runs it in the worker of now; throws where it fails.</summary>
    public async Task Run(FunctionDefinition function, InvocationRequest request) =>
        await Run(await workers.Ready(), function, request);

    /// <summary>Runs it in a worker; throws where it fails.</summary>
    public async Task Run(RunningWorker worker, FunctionDefinition function, InvocationRequest request)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var response = await Answer(worker, function, request);
            if (response.Result?.Status != StatusResult.Types.Status.Success)
                throw new FunctionFailedException(function.Name);
            await outputs.Send(function, response);
        }
        catch (Exception error)
        {
            var facts = $"Failed, Id={request.InvocationId}, Duration={clock.ElapsedMilliseconds}ms";
            log.Log(LogLevel.Error, $"Executed 'Functions.{function.Name}' ({facts}): {error.Message}");
            throw;
        }
    }

    private async Task<InvocationResponse> Answer(RunningWorker worker, FunctionDefinition function, InvocationRequest request)
    {
        var running = worker.Channel.Invoke(request);
        if (timeout is not { } limit)
            return await running;
        try
        {
            return await running.WaitAsync(limit);
        }
        catch (TimeoutException)
        {
            var reason = $"Timeout value of {limit} exceeded by function 'Functions.{function.Name}' (Id: '{request.InvocationId}').";
            workers.Restart(worker, reason);
            throw new TimeoutException(reason);
        }
    }
}
