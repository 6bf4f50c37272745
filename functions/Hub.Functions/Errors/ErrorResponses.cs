using Hub.Functions.Access;
using Hub.Functions.Http;
using Hub.Functions.Site;
using Hub.Register.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Errors;

/// <summary>Turns what an HTTP function throws into a response that says what is wrong and what to do.</summary>
internal sealed class ErrorResponses(ILogger<ErrorResponses> log, ErrorPages pages) : IFunctionsWorkerMiddleware
{
    private const string RetryAfterSeconds = "5";

    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (context.GetHttpContext() is { } http && !http.RequestAborted.IsCancellationRequested)
        {
            var response = Response(e, http, context.FunctionDefinition.Name);
            var isPage = IsPage(AccessCheck.Of(context.FunctionDefinition.EntryPoint), http.Request);
            context.GetInvocationResult().Value = isPage ? await pages.Of(e, http.Request) : response;
        }
        // Who called has hung up: nobody waits for a response, and nothing is wrong with the hub.
        catch (Exception e) when (context.GetHttpContext() is not null)
        {
            if (e is OperationCanceledException or IOException)
                log.LogInformation("{Function}: the caller hung up.", context.FunctionDefinition.Name);
            else
                log.LogError("{Error}", new FunctionFailedException(context.FunctionDefinition.Name, e).Message);
        }
    }

    // Some addresses answer people and programs alike: the networks, the files of editions, links in mails.
    internal static bool IsPage(AccessAttribute access, HttpRequest request) => access is IPage
        || (access is PublicAccessAttribute or TokenAccessAttribute
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase));

    private IActionResult Response(Exception exception, HttpContext http, string function)
    {
        switch (exception)
        {
            case ApiException api:
                foreach (var (name, value) in api.Headers)
                    http.Response.Headers[name] = value;
                return Responses.Problem(api.Status, api.Message, api.Detail);
            case SignInNeededException:
                return Responses.Problem(401, "Not signed in", "Sign in first.");
            case FormException form:
                var language = http.Request.PreferredLanguage();
                return Responses.Problem(
                    422, ProblemTexts.Response("Form.Title", language), ProblemTexts.Response("Form.Detail", language),
                    form.Problems.Capped(), language);
            case BadHttpRequestException bad:
                return Responses.Problem(bad.StatusCode, "The request cannot be read", bad.Message);
            case var e when StorageFailure.IsUnavailable(e):
                // The type alone: messages of storage carry addresses and ids.
                log.LogWarning("{Function}: storage is not available ({Error}).", function, e.GetType().Name);
                http.Response.Headers.RetryAfter = RetryAfterSeconds;
                return Responses.Problem(
                    503, "The hub's storage cannot be reached",
                    "It may not have been kept. Send the same request again; with the same Idempotency-Key nothing happens twice.");
            default:
                // No message: it might quote what was sent (I6).
                log.LogError("{Error}", new FunctionFailedException(function, exception).Message);
                return Responses.Problem(
                    500, "The hub made a mistake", "Please tell the Secretariat, with the time and the address of the request.");
        }
    }
}
