using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Site;

/// <summary>What no other function answers: that there is no such address, or that it takes other methods.</summary>
public static class Missing
{
    internal const string Route = "{*path}";

    /// <summary>Any other address, and any other method.</summary>
    [Function("ShowMissing")]
    [PublicPage]
    public static IActionResult Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = Route)]
        HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        // Whoever opens the address that a form of a page was sent to wants that page.
        if (HttpMethods.IsGet(request.Method) && Routes.PageOf(request.Path) is { } page)
            return SitePages.SeeOther(request, page);
        var error = Error(string.Join(", ", Routes.MethodsOf(request.Path)));
        // Programs read no pages.
        if (!request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            throw error;
        foreach (var (name, value) in error.Headers)
            request.HttpContext.Response.Headers[name] = value;
        return Responses.Problem(error.Status, error.Message, error.Detail);
    }

    private static ApiException Error(string methods) => methods.Length == 0
        ? new(404, "No such address", "GET /api/openapi.json says which there are.")
        : new(405, "Not this method", $"This address takes {methods}.") { Headers = { ["Allow"] = methods } };
}
