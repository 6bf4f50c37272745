using Hub.Functions.Access;
using Hub.Register.Json;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Site;

/// <summary>Remembers the language that a reader wants pages in.</summary>
public static class ChooseLanguage
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>GET /language/{code}?to=…: back to the page, in the language.</summary>
    [Function(nameof(ChooseLanguage))]
    [PublicPage]
    public static IActionResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "language/{code}")] HttpRequest request, string code)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Codes.TryParse<Language>(code, out var language))
            request.HttpContext.Response.Cookies.Append(
                Visits.LanguageCookie, language.Code(),
                new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = Kept, Secure = request.IsHttps });
        return SitePages.SeeOther(request, Visits.Local(request.Query["to"], "/"));
    }
}
