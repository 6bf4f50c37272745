using Hub.Functions.Access;
using Hub.Functions.Http;
using Hub.Pages.Site;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Site;

/// <summary>The page that requests for assistance are written on. Nothing that is written there comes here.</summary>
public static class RequestWriterPage
{
    /// <summary>GET /requests/.</summary>
    [Function("ShowRequestWriter")]
    [PublicPage]
    public static IActionResult Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "requests")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new PageResponse(RequestWriter.Page, policy: RequestWriter.Policy);
    }
}
