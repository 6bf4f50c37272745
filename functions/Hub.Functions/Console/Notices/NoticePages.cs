using System.Globalization;
using Hub.Functions.Access;
using Hub.Functions.Notices;
using Hub.Functions.Site;
using Hub.Notices;
using Hub.Notices.Search;
using Hub.Pages;
using Hub.Pages.Console.Lists;
using Hub.Pages.Console.Notices;
using Hub.Register.Json;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Notices;

/// <summary>Notices, as the Secretariat sees them.</summary>
public sealed class NoticePages(SitePages pages, NoticeSearch search, NoticeDetails details, INoticeStore notices, StateCatalog states)
{
    private const int PageSize = 50;

    /// <summary>GET /console/notices.</summary>
    [Function("ShowNotices")]
    [PageAccess]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/notices")] HttpRequest request, CancellationToken cancel)
    {
        var choice = Choice(request);
        var found = await Found(choice, cancel);
        var number = int.TryParse(request.Query["page"], CultureInfo.InvariantCulture, out var page) ? page : 1;
        var (range, shown) = PageRange.Of(found, number, PageSize, NoticeAddress.Of(choice));
        return await pages.Show(request, visit => ConsoleHtml.Notices(visit, new(choice, range, shown, Names(visit.Language))));
    }

    /// <summary>GET /console/notices/list.csv: the list as a table for programs.</summary>
    [Function("ExportNotices")]
    [PageAccess]
    public async Task<IActionResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/notices/list.csv")] HttpRequest request, CancellationToken cancel) =>
        new FileContentResult(ConsoleCsv.Notices(await Found(Choice(request), cancel)), ConsoleCsv.MediaType)
        {
            FileDownloadName = "notices.csv",
        };

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
    private async Task<IReadOnlyList<NoticeSummary>> Found(NoticeChoice choice, CancellationToken cancel)
    {
        var found = await search.Find(choice, cancel);
        return NoticeSearch.IsOfWaiting(choice) ? [.. found.Reverse()] : found;
    }

    private static NoticeChoice Choice(HttpRequest request)
    {
        string? Asked(string name) => request.Query[name].FirstOrDefault()?.Trim() is { Length: > 0 and <= 100 } text ? text : null;
        NoticeStatus? standing = Codes.TryParse<NoticeStatus>(Asked("status"), out var status) ? status : null;
        return new()
        {
            Status = standing, IsOpen = standing is null && Asked("status") != NoticeAddress.All,
            State = Asked("state") is { } state && StateCode.IsWellFormed(state) ? new StateCode(state) : null,
            Kind = Codes.TryParse<NoticeKind>(Asked("kind"), out var kind) ? kind : null,
            Channel = Codes.TryParse<NoticeChannel>(Asked("channel"), out var channel) ? channel : null, Text = Asked("text"),
        };
    }

    private IReadOnlyList<(string, string)> Names(Language language) =>
    [
        .. states.All.Select(s => (s.Alpha3.Value, s.Name(language)))
            .OrderBy(s => s.Item2, StringComparer.Create(language.Culture(), false)),
    ];
}
