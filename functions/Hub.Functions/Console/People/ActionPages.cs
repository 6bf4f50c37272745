using Hub.Functions.Access;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages;
using Hub.Pages.Console.People.Actions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.People;

/// <summary>Who did what, as <c>GET /api/actions</c> says it.</summary>
public sealed class ActionPages(SitePages pages, IActionLog actions, IKeyStore keys)
{
    /// <summary>GET /console/people/actions.</summary>
    [Function("ShowActions")]
    [PageAccess]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/people/actions")] HttpRequest request,
        CancellationToken cancel)
    {
        var kind = request.Asked<ActionKind>("kind");
        var (range, shown) = request.Page(await Find(kind, cancel), ActionList.Address(kind));
        var names = (await keys.List(cancel)).ToDictionary(k => k.Id, k => k.Caller.Name);
        return await pages.Show(request, visit => PeopleHtml.Actions(visit, new(kind, range, shown) { Keys = names }));
    }

    /// <summary>GET /console/people/actions/list.csv: the list as a table for programs.</summary>
    [Function("ExportActions")]
    [PageAccess]
    public async Task<IActionResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/people/actions/list.csv")] HttpRequest request,
        CancellationToken cancel) =>
        ListQuery.Csv(PeopleHtml.ActionsCsv(await Find(request.Asked<ActionKind>("kind"), cancel)), "actions");

    private async Task<IReadOnlyList<SecretariatAction>> Find(ActionKind? kind, CancellationToken cancel) =>
        [.. (await actions.List(int.MaxValue, cancel)).Where(a => kind is null || a.Kind == kind)];
}
