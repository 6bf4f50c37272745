using Hub.Functions.Access;
using Hub.Functions.Notices;
using Hub.Functions.Site;
using Hub.Notices;
using Hub.Notices.Colleagues;
using Hub.Notices.Search;
using Hub.Pages;
using Hub.Pages.Console.Colleagues;
using Hub.Pages.Console.Notices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Notices;

/// <summary>Notices, as the Secretariat sees them.</summary>
public sealed class NoticePages(
    SitePages pages, NoticeSearch search, NoticeDetails details, INoticeStore notices, StateChoices states, Handlings handlings)
{
    /// <summary>GET /console/notices.</summary>
    [Function("ShowNotices")]
    [PageAccess]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/notices")] HttpRequest request, CancellationToken cancel)
    {
        var (choice, hands, holders) = (Choice(request), request.Asked<HandsChoice>("hands"), await handlings.Holders(cancel));
        var (range, shown) = request.Page(await Found(request, holders, cancel), NoticeAddress.Of(choice, hands));
        return await pages.Show(request, visit => ConsoleHtml.Notices(
            visit, new(choice, range, shown, states.In(visit.Language)) { Hands = hands, Holders = holders }));
    }

    /// <summary>GET /console/notices/list.csv: the list as a table for programs.</summary>
    [Function("ExportNotices")]
    [PageAccess]
    public async Task<IActionResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/notices/list.csv")] HttpRequest request, CancellationToken cancel) =>
        ListQuery.Csv(ConsoleCsv.Notices(await Found(request, await handlings.Holders(cancel), cancel)), "notices");

    /// <summary>GET /console/notices/{id}.</summary>
    [Function("ShowNotice")]
    [PageAccess]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/notices/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var notice = await notices.Find(id, cancel) ?? throw NoticeAccess.Unknown();
        var (caller, language) = (request.Caller(), Visits.Language(request));
        var detail = await details.Of(notice, caller, language, cancel);
        return await pages.Show(request, visit => ConsoleHtml.Notice(visit, detail, []));
    }

    // Those that wait by their age, all others with the newest first.
    private async Task<IReadOnlyList<NoticeSummary>> Found(
        HttpRequest request, IReadOnlyDictionary<string, string> holders, CancellationToken cancel)
    {
        var (choice, hands, reader) = (Choice(request), request.Asked<HandsChoice>("hands"), request.Caller().Name);
        var found = (await search.Find(choice, cancel)).Where(n => hands.Fits(holders.GetValueOrDefault(n.Id), reader)).ToList();
        return NoticeSearch.IsOfWaiting(choice) ? [.. found.AsEnumerable().Reverse()] : found;
    }

    private static NoticeChoice Choice(HttpRequest request)
    {
        var standing = request.Asked<NoticeStatus>("status");
        return new()
        {
            Status = standing, IsOpen = standing is null && request.Asked("status") != NoticeAddress.All, State = request.AskedState(),
            Kind = request.Asked<NoticeKind>("kind"), Channel = request.Asked<NoticeChannel>("channel"), Text = request.Asked("text"),
        };
    }
}
