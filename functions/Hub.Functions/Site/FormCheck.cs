using Hub.Functions.Access;
using Hub.Functions.Http;
using Hub.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Hub.Functions.Site;

/// <summary>
/// Takes what a form of a page sends that one signs in for only with that form's token. Without it, whoever sent it is shown what it
/// holds and asked once more: a form that was open while its session ended loses nothing, and one of another site's does nothing.
/// </summary>
internal sealed class FormCheck(FormTokens tokens, Visits visits) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { Request: var request }
            && await Question(context.FunctionDefinition.EntryPoint, request) is { } question)
            context.GetInvocationResult().Value = question;
        else
            await next(context);
    }

    /// <summary>What comes in place of a function that a form was sent to; null where the form is taken.</summary>
    internal async Task<IActionResult?> Question(string entryPoint, HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || AccessCheck.Of(entryPoint) is not ISignedInPage access)
            return null;
        var form = await PostedForm.Of(request);
        if (await tokens.IsOf(request.Caller(), form.Token, request.HttpContext.RequestAborted))
            return form.HasUnwritable && !access.TakesAnyText ? throw ErrorPages.Unwritable() : null;
        return form.CanBeShown
            ? new HtmlResponse(
                SiteHtml.SendAgain(await visits.Of(request), [.. form.Values], form.FileNames), StatusCodes.Status403Forbidden)
            : throw RequestBody.TooLarge(PostedForm.MostShown);
    }
}
