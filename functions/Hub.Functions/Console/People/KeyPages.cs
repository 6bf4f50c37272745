using Hub.Functions.Access;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages;
using Hub.Pages.Console.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.People;

/// <summary>The keys there are.</summary>
public sealed class KeyPages(SitePages pages, IKeyStore keys, StateChoices states, TimeProvider clock)
{
    /// <summary>GET /console/people.</summary>
    [Function("ShowKeys")]
    [PageAccess]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/people")] HttpRequest request, CancellationToken cancel)
    {
        var choice = Choice(request);
        var (range, shown) = request.Page(await Find(choice, cancel), choice.Address());
        return await pages.Show(request, visit => PeopleHtml.Keys(visit, new(choice, range, shown, states.In(visit.Language))));
    }

    /// <summary>GET /console/people/list.csv: the list as a table for programs.</summary>
    [Function("ExportKeys")]
    [PageAccess]
    public async Task<IActionResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/people/list.csv")] HttpRequest request,
        CancellationToken cancel) =>
        ListQuery.Csv(PeopleHtml.KeysCsv(await Find(Choice(request), cancel), clock.GetUtcNow()), "keys");

    private async Task<IReadOnlyList<ApiKey>> Find(KeyChoice choice, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return
        [
            .. (await keys.List(cancel)).Where(k => choice.Fits(k, now)).OrderBy(k => k.Caller.Kind)
                .ThenBy(k => k.Caller.Name, StringComparer.Ordinal).ThenBy(k => k.IssuedAt),
        ];
    }

    private static KeyChoice Choice(HttpRequest request) => new(
        request.Asked<CallerKind>("kind"), request.Asked<KeyStanding>("standing"), request.AskedState(), request.Asked("text"));
}
