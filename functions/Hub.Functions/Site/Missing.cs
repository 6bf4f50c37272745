using Hub.Functions.Access;
using Hub.Functions.Errors;
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
        throw new ApiException(404, "No such page", "The first page is at /.");
    }
}
