using System.Text;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Pages.Site;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Site;

/// <summary>What pages are made with: the style sheet, and whose work is in it.</summary>
public static class Assets
{
    private const string Licences = "licences.txt";

    private static readonly PageResponse Icon = new(new("favicon.ico", "image/svg+xml", """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1d70b8"/>
        <path d="M8 8h16v3H8zM8 14h16v3H8zM8 20h10v3H8z" fill="#fff"/></svg>
        """u8.ToArray()));

    /// <summary>GET /favicon.ico: every browser asks for it, whatever a page says.</summary>
    [Function("ShowIcon")]
    [PublicPage]
    public static IActionResult ShowIcon(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "favicon.ico")] HttpRequest request) => Icon;

    /// <summary>GET /assets/{name}.</summary>
    [Function("ShowAsset")]
    [PublicPage]
    public static IActionResult Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/{name}")] HttpRequest request, string name)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (name == Licences)
            return new PageResponse(new("", "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(StyleSheet.Licences)));
        if ($"assets/{name}" != StyleSheet.Page.Path)
            throw new ApiException(404, "No such file", "Load the page again: it names the files that there are now.");
        return new PageResponse(StyleSheet.Page);
    }
}
