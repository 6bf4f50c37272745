using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Errors;

/// <summary>
/// Whoever hangs up before a request has come through to the worker, or before the response has gone, makes the worker throw outside every
/// function. That is no error of the hub's, or anybody could fill its log with errors. It stands around everything else for that reason;
/// what a function throws itself, hanging up among it, is met by <see cref="ErrorResponses"/> and does not come here.
/// </summary>
internal sealed class CallersGone(ILogger<CallersGone> log) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        // Whether the request was aborted cannot be asked any more: its context may be gone, too.
        catch (Exception e) when (e is OperationCanceledException or IOException && IsHttp(context))
        {
            log.LogInformation("{Function}: the caller hung up before the function ran, or after.", context.FunctionDefinition.Name);
        }
    }

    private static bool IsHttp(FunctionContext context) =>
        context.FunctionDefinition.InputBindings.Values.Any(b => b.Type.Equals("httpTrigger", StringComparison.OrdinalIgnoreCase));
}
