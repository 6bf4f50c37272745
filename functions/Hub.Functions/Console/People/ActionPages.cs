using System.Globalization;
using Hub.Functions.Access;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages;
using Hub.Pages.Console.Lists;
using Hub.Pages.Console.People;
using Hub.Register.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.People;

/// <summary>Who did what, as <c>GET /api/actions</c> says it.</summary>
public sealed class ActionPages(SitePages pages, IActionLog actions)
{
    private const int PageSize = 50;

    /// <summary>GET /console/people/actions.</summary>
    [Function("ShowActions")]
    [PageAccess]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/people/actions")] HttpRequest request,
        CancellationToken cancel)
    {
        var kind = Kind(request);
        var number = int.TryParse(request.Query["page"], CultureInfo.InvariantCulture, out var page) ? page : 1;
        var (range, shown) = PageRange.Of(await Find(kind, cancel), number, PageSize, ActionList.Address(kind));
        return await pages.Show(request, visit => PeopleHtml.Actions(visit, new(kind, range, shown)));
    }

    /// <summary>GET /console/people/actions.csv: the list as a table for programs.</summary>
    [Function("ExportActions")]
    [PageAccess]
    public async Task<IActionResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/people/actions.csv")] HttpRequest request,
        CancellationToken cancel) =>
        new FileContentResult(PeopleHtml.ActionsCsv(await Find(Kind(request), cancel)), ConsoleCsv.MediaType)
        {
            FileDownloadName = "actions.csv",
        };

    private async Task<IReadOnlyList<SecretariatAction>> Find(ActionKind? kind, CancellationToken cancel) =>
        [.. (await actions.List(int.MaxValue, cancel)).Where(a => kind is null || a.Kind == kind)];

    private static ActionKind? Kind(HttpRequest request) =>
        Codes.TryParse<ActionKind>(request.Query["kind"].FirstOrDefault(), out var kind) ? kind : null;
}
