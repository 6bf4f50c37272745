using Hub.Functions.Access;
using Hub.Functions.Notices;
using Hub.Functions.Site;
using Hub.Notices;
using Hub.Pages;
using Hub.Pages.Console.Notices;
using Hub.Register.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Notices;

/// <summary>Notices, as the Secretariat sees them.</summary>
public sealed class NoticePages(SitePages pages, NoticeSearch search, NoticeDetails details, INoticeStore notices, StateChoices states)
{
    /// <summary>GET /console/notices.</summary>
    [Function("ShowNotices")]
    [PageAccess]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/notices")] HttpRequest request, CancellationToken cancel)
    {
        var choice = Choice(request);
        var (range, shown) = request.Page(await search.Find(choice, cancel), NoticeAddress.Of(choice));
        return await pages.Show(request, visit => ConsoleHtml.Notices(visit, new(choice, range, shown, states.In(visit.Language))));
    }

    /// <summary>GET /console/notices/list.csv: the list as a table for programs.</summary>
    [Function("ExportNotices")]
    [PageAccess]
    public async Task<IActionResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/notices/list.csv")] HttpRequest request, CancellationToken cancel) =>
        ListQuery.Csv(ConsoleCsv.Notices(await search.Find(Choice(request), cancel)), "notices");

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

    private static NoticeChoice Choice(HttpRequest request) => new(
        request.Asked("status") is { } status && (status == NoticeChoice.All || Codes.TryParse<NoticeStatus>(status, out _))
            ? status : NoticeChoice.Open,
        request.AskedState(), request.Asked<NoticeKind>("kind"),
        request.Asked("channel") is "API" or "MAIL" ? request.Asked("channel") : null, request.Asked("text"));
}
