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
    // Of what a stranger sent, no more is read and shown again than anybody types.
    private const int MostOfStranger = 64 * 1024;
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
        // What these say is written for whoever programs against the API.
        ApiException { Status: var status } => await Page(request, status, Key(status)),
        BadHttpRequestException { StatusCode: var status } => await Page(request, status, Key(status)),
        _ when StorageFailure.IsUnavailable(exception) => await Away(request),
        _ => await Page(request, 500, "Site.Error.500"),
    };

    // What somebody typed while a session ended is shown again, and sent once there is a session.
    private async Task<IActionResult> SignInFirst(HttpRequest request)
    {
        if (await Typed(request) is { } form)
            return new HtmlResponse(SiteHtml.SendAgain(await visits.Of(request), HeldForm.Ended, form), StatusCodes.Status401Unauthorized);
        if (IsOurs(request))
            return await Page(request, StatusCodes.Status401Unauthorized, "Site.Error.401");
        var to = HttpMethods.IsPost(request.Method) ? "/console" : $"{request.Path}{request.QueryString}";
        return SitePages.SeeOther(request, $"/sign-in?to={Uri.EscapeDataString(Visits.Local(to))}");
    }

    // What somebody typed while storage is away is shown again, and sent once it is back.
    private async Task<IActionResult> Away(HttpRequest request)
    {
        if (await Typed(request) is not { } form)
            return await Page(
                request, StatusCodes.Status503ServiceUnavailable, "Site.Error.503", mayTryAgain: HttpMethods.IsGet(request.Method));
        // No token can be made without storage. The form's own goes with it, and is looked at when it comes back.
        var visit = await Visit(request) with { FormToken = (await PostedForm.Of(request)).Token ?? "" };
        return new HtmlResponse(SiteHtml.SendAgain(visit, HeldForm.Away, form), StatusCodes.Status503ServiceUnavailable);
    }

    // What another site's page sent is shown to nobody.
    private static bool IsOurs(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Headers["Sec-Fetch-Site"] == "same-origin" && request.ContentLength is > 0;

    private static async Task<HeldForm?> Typed(HttpRequest request) =>
        IsOurs(request) && request.ContentLength <= MostOfStranger && (await PostedForm.Of(request)).Held is { IsEmpty: false } form
            ? form
            : null;

    private static string Key(int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => "Site.Error.413",
        StatusCodes.Status429TooManyRequests => "Site.Error.429",
        _ => "Site.Error.400",
    };

    private async Task<IActionResult> Page(
        HttpRequest request, int status, string key, Func<Labels, string>? detail = null, bool mayTryAgain = false)
    {
        var visit = await Visit(request);
        var text = visit.Labels.Say($"{key}.Text", detail?.Invoke(visit.Labels) ?? "").ToText(visit.Labels.RightToLeft);
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
            return new(Visits.Language(request), Visits.PathOf(request), DateTimeOffset.UnixEpoch);
        }
    }
}
