using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Hub.Functions.Http;

/// <summary>
/// Lets nobody keep what a function did not say may be kept, and no browser guess what it is. An error is never kept: what is missing now
/// may be there in a minute.
/// </summary>
public sealed class SafeHeaders : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
            // Whoever writes the response, and whenever.
            http.Response.OnStarting(
                state =>
                {
                    Complete((HttpResponse)state);
                    return Task.CompletedTask;
                },
                http.Response);
        return next(context);
    }

    private static void Complete(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        if (response.StatusCode >= StatusCodes.Status400BadRequest || response.Headers.CacheControl.Count == 0)
            response.Headers.CacheControl = "no-store";
    }
}
