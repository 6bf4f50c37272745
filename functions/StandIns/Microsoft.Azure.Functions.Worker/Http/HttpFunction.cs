using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Answers requests with a function.</summary>
internal sealed class HttpFunction(FunctionEntry function, FunctionRunner runner, ILogger logger)
{
    // Results do not look at it, and making one a request is dear.
    private static readonly ActionDescriptor NoAction = new();

    public async Task Handle(HttpContext http)
    {
        try
        {
            await Answer(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            logger.LogDebug("{Function}: the caller went away.", function.Name);
        }
        catch (Exception e)
        {
            logger.LogError(e, "{Function}: the request failed.", function.Name);
            Refuse(http, e);
        }
    }

    private async Task Answer(HttpContext http)
    {
        var context = new InvocationContext(function, http.RequestServices, http.Request) { Http = http };
        await runner.Run(context);
        var result = context.Result ?? (context.Produced is { } produced ? function.Returns.HttpResult?.Invoke(produced) : null);
        if (result is IActionResult action)
            await action.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), NoAction));
    }

    private static void Refuse(HttpContext http, Exception error)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }
        http.Response.Clear();
        http.Response.StatusCode = (error as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError;
    }
}
