using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Site;
using Hub.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Today;

/// <summary>The first page of the Secretariat.</summary>
public sealed class TodayPages(SitePages pages, TodayWork work, SignIn signIn)
{
    /// <summary>GET /console.</summary>
    [Function("ShowToday")]
    [PageAccess]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console")] HttpRequest request, CancellationToken cancel)
    {
        var view = await work.Of(request.Caller(), cancel);
        return await pages.Show(request, visit => ConsoleHtml.Today(visit, view));
    }

    /// <summary>GET /console/parts: every part of pages, for whoever writes one; on a hub of one's own only.</summary>
    [Function("ShowParts")]
    [PageAccess]
    public Task<IActionResult> Parts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/parts")] HttpRequest request) => signIn.IsLocal
        ? pages.Show(request, ConsoleHtml.Parts)
        : throw new ApiException(404, "No such page", "The first page is at /console.");
}
