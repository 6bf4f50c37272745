using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Pages.Site;
using Hub.Pages.Texts;
using Hub.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Functions.Site;

/// <summary>What pages say where something is wrong: in the reader's language, with a way on.</summary>
public sealed class ErrorPages(Visits visits)
{
    // Of what a stranger sent, no more is read than anybody types; a form with files is not shown again.
    private const int MostOfStranger = 64 * 1024;
    private const string Typed = "application/x-www-form-urlencoded";
    private const string HiddenSigns = "Signs that nobody sees";

    /// <summary>What is thrown where a text has signs that nobody sees, or that turn what others see around.</summary>
    internal static ApiException Unwritable() => new(422, HiddenSigns, "Type the text again.");

    /// <summary>The response to an error on the way to a page.</summary>
    internal async Task<IActionResult> Of(Exception exception, HttpRequest request)
    {
        try
        {
            return await Response(exception, request);
        }
        // What was sent cannot be read: then that is what is said.
        catch (Exception e) when (e is ApiException or BadHttpRequestException)
        {
            return await Response(e, request);
        }
    }

    private async Task<IActionResult> Response(Exception exception, HttpRequest request) => exception switch
    {
        SignInNeededException => await SignInFirst(request),
        ApiException { Status: 404 } => await Page(request, 404, "Site.Error.404"),
        ApiException { Status: 403, Message: Callers.NotForRole, Detail: var roles } =>
            await Page(request, 403, "Site.Error.403", labels => SiteHtml.Roles(Enum.Parse<SecretariatRoles>(roles), labels)),
        ApiException { Message: HiddenSigns } => await Page(request, 422, "Site.Error.422"),
        ApiException { Status: 429, Wait: var wait } =>
            await Page(request, 429, "Site.Error.429", labels => labels.Number((long)Math.Ceiling(wait.TotalMinutes))),
        // What these say is written for whoever programs against the API.
        ApiException { Status: var status } => await Page(request, status, Key(status)),
        BadHttpRequestException { StatusCode: var status } => await Page(request, status, Key(status)),
        _ when StorageFailure.IsUnavailable(exception) => await Away(request),
        _ => await Page(request, 500, "Site.Error.500"),
    };

    // What somebody typed while a session ended is shown again, and sent once there is a session.
    private async Task<IActionResult> SignInFirst(HttpRequest request)
    {
        if (IsOwnForm(request) && request.ContentLength > 0)
            return await Shown(request) is { } form
                ? new HtmlResponse(SiteHtml.SendAgain(await visits.Of(request), [.. form.Values], []), StatusCodes.Status401Unauthorized)
                : await Page(request, 401, "Site.Error.401");
        var to = HttpMethods.IsPost(request.Method)
            ? $"/{$"{request.Path}".Split('/').ElementAtOrDefault(1)}"
            : $"{request.Path}{request.QueryString}";
        return SitePages.SeeOther(request, $"/sign-in?to={Uri.EscapeDataString(Visits.Local(to))}");
    }

    // What somebody typed while storage is away is shown again, and sent once it is back. Storage is not asked for anything more: whoever
    // waits has waited for it already.
    private async Task<IActionResult> Away(HttpRequest request)
    {
        var visit = visits.Bare(request);
        if (await Shown(request) is not { } form)
            return Page(visit, StatusCodes.Status503ServiceUnavailable, "Site.Error.503", "", HttpMethods.IsGet(request.Method));
        // No token can be made without storage. The form's own goes with it, and is looked at when it comes back.
        visit = visit with { FormToken = form.Token ?? "" };
        return new HtmlResponse(
            SiteHtml.SendAgain(visit, [.. form.Values], form.FileNames, isAway: true), StatusCodes.Status503ServiceUnavailable);
    }

    // What another site's page sent is shown to nobody.
    private static bool IsOwnForm(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Headers["Sec-Fetch-Site"] == "same-origin";

    private static async Task<PostedForm?> Shown(HttpRequest request) =>
        IsOwnForm(request) && (request.Admitted() is not null || IsShort(request))
        && await PostedForm.Of(request) is { CanBeShown: true } form && form.Values.Any() ? form : null;

    private static bool IsShort(HttpRequest request) =>
        request.ContentLength <= MostOfStranger && (request.ContentType ?? "").StartsWith(Typed, StringComparison.OrdinalIgnoreCase);

    private static string Key(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => "Site.Error.413",
        _ => "Site.Error.400",
    };

    private async Task<IActionResult> Page(HttpRequest request, int status, string key, Func<Labels, string>? detail = null)
    {
        var visit = await Visit(request);
        return Page(visit, status, key, detail?.Invoke(visit.Labels) ?? "", mayTryAgain: false);
    }

    private static HtmlResponse Page(Visit visit, int status, string key, string detail, bool mayTryAgain)
    {
        var text = visit.Labels.Say($"{key}.Text", detail).ToText(visit.Labels.RightToLeft);
        return new HtmlResponse(SiteHtml.Error(visit, visit.Labels[key], mayTryAgain, text), status);
    }

    // Where storage cannot be reached, it cannot be said who has signed in either.
    private async Task<Visit> Visit(HttpRequest request)
    {
        try
        {
            return await visits.Of(request);
        }
        catch (Exception e) when (StorageFailure.IsUnavailable(e))
        {
            return visits.Bare(request);
        }
    }
}
