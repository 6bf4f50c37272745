using Hub.Functions.Http;
using Hub.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Functions.Recipients;

/// <summary>A page behind an access link, as a response that nobody keeps and that tells no other site of the link.</summary>
internal static class LinkPage
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>The page.</summary>
    public static ContentResult Of(HttpRequest request, string html, int status = StatusCodes.Status200OK)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = "no-referrer";
        return new() { Content = html, ContentType = "text/html; charset=utf-8", StatusCode = status };
    }

    /// <summary>The page that says that there is no such link.</summary>
    public static ContentResult Unknown(HttpRequest request) =>
        Of(request, AccessLinkPages.Unknown(request.PreferredLanguage()), StatusCodes.Status404NotFound);
}
