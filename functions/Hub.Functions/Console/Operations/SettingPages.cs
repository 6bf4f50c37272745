using Hub.Functions.Access;
using Hub.Functions.Site;
using Hub.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Operations;

/// <summary>The settings as they are in force.</summary>
public sealed class SettingPages(SitePages pages, SettingsInForce settings)
{
    /// <summary>GET /console/operations/settings.</summary>
    [Function("ShowSettings")]
    [PageAccess]
    public Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/operations/settings")] HttpRequest request) =>
        pages.Show(request, visit => OperationsHtml.Settings(visit, settings.All));
}
