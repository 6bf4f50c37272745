using System.Globalization;
using Hub.Functions.Access;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages;
using Hub.Pages.Console.Lists;
using Hub.Pages.Console.People;
using Hub.Register.Json;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.People;

/// <summary>The keys there are.</summary>
public sealed class KeyPages(SitePages pages, IKeyStore keys, StateNames names, TimeProvider clock)
{
    private const int PageSize = 50;

    /// <summary>GET /console/people.</summary>
    [Function("ShowKeys")]
    [PageAccess]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/people")] HttpRequest request, CancellationToken cancel)
    {
        var choice = Choice(request);
        var found = await Find(choice, cancel);
        var number = int.TryParse(request.Query["page"], CultureInfo.InvariantCulture, out var page) ? page : 1;
        var (range, shown) = PageRange.Of(found, number, PageSize, choice.Address());
        return await pages.Show(request, visit => PeopleHtml.Keys(visit, new(choice, range, shown, names.In(visit.Language))));
    }

    /// <summary>GET /console/people/keys.csv: the list as a table for programs.</summary>
    [Function("ExportKeys")]
    [PageAccess]
    public async Task<IActionResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/people/keys.csv")] HttpRequest request,
        CancellationToken cancel) =>
        new FileContentResult(PeopleHtml.KeysCsv(await Find(Choice(request), cancel), clock.GetUtcNow()), ConsoleCsv.MediaType)
        {
            FileDownloadName = "keys.csv",
        };

    private async Task<IReadOnlyList<ApiKey>> Find(KeyChoice choice, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return
        [
            .. (await keys.List(cancel)).Where(k => choice.Fits(k, now)).OrderBy(k => k.Caller.Kind)
                .ThenBy(k => k.Caller.Name, StringComparer.Ordinal).ThenBy(k => k.IssuedAt),
        ];
    }

    private static KeyChoice Choice(HttpRequest request)
    {
        string? Asked(string name) => request.Query[name].FirstOrDefault()?.Trim() is { Length: > 0 and <= 100 } text ? text : null;
        return new(
            Codes.TryParse<CallerKind>(Asked("kind"), out var kind) ? kind : null,
            Codes.TryParse<KeyStanding>(Asked("standing"), out var standing) ? standing : null,
            Asked("state") is { } state && StateCode.IsWellFormed(state) ? new StateCode(state) : null, Asked("text"));
    }
}
