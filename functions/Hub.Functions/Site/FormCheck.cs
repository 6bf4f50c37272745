using Hub.Functions.Access;
using Hub.Functions.Http;
using Hub.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Hub.Functions.Site;

/// <summary>
/// Takes what a form of the Secretariat's pages sends only with that form's token. Without it, whoever sent it is shown what it holds and asked
/// once more: a form that was open while its session ended loses nothing, and one of another site's does nothing.
/// </summary>
internal sealed class FormCheck(FormTokens tokens, Visits visits) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { Request: var request } && HttpMethods.IsPost(request.Method)
            && AccessCheck.Of(context.FunctionDefinition.EntryPoint) is PageAccessAttribute
            && await PostedForm.Of(request) is var form
            && !await tokens.IsOf(request.Caller(), form.Token, request.HttpContext.RequestAborted))
            context.GetInvocationResult().Value = new HtmlResponse(
                SiteHtml.SendAgain(await visits.Of(request), [.. form.Values]), StatusCodes.Status403Forbidden);
        else
            await next(context);
    }
}
