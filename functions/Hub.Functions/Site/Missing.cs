using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Site;

/// <summary>What no other function answers: a page that says so, with a way on.</summary>
public static class Missing
{
    /// <summary>GET of any other address.</summary>
    [Function("ShowMissing")]
    [PublicPage]
    public static IActionResult Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "{*path}")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        // Programs read no pages.
        if (request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            return Responses.Problem(404, "No such address", "GET /api/openapi.json says which there are.");
        throw new ApiException(404, "No such page", "The first page is at /.");
    }
}
