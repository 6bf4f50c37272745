using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Hub.Functions.Access;

/// <summary>
/// Lets callers in to HTTP functions as the functions' attributes say. The function finds who was let in by
/// <see cref="AdmittedCaller.Caller"/>.
/// </summary>
internal sealed class AccessCheck(Callers callers) : IFunctionsWorkerMiddleware
{
    // Each is looked up when the function is first called: a start waits for none of them.
    private readonly ConcurrentDictionary<string, AccessAttribute> _known = new();

    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { Request: var request }
            && await _known.GetOrAdd(context.FunctionDefinition.EntryPoint, Of).Admit(callers, request) is { } caller)
            request.Admit(caller);
        await next(context);
    }

    /// <summary>What the function at an entry point, such as <c>Hub.Functions.Notices.SubmitNotice.Run</c>, says of its callers.</summary>
    internal static AccessAttribute Of(string entryPoint)
    {
        var dot = entryPoint.LastIndexOf('.');
        return typeof(AccessCheck).Assembly.GetType(entryPoint[..dot], throwOnError: true)!.GetMethod(entryPoint[(dot + 1)..])
                ?.GetCustomAttribute<AccessAttribute>()
            ?? throw new InvalidOperationException($"{entryPoint} does not say who may call it: it wants an Access attribute.");
    }
}
