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
