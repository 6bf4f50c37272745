using Hub.Functions.Access;
using Hub.Functions.Documents;
using Hub.Functions.Notices;
using Hub.Functions.Site;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Pages;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Notices;

/// <summary>A file of a notice, to be read beside its translation.</summary>
public sealed class NoticeDocumentPages(SitePages pages, INoticeStore notices, IDocumentWorkStore works, SourceTexts texts)
{
    /// <summary>GET /console/notices/{id}/documents/{n}?language=….</summary>
    [Function("ShowNoticeDocument")]
    [PageAccess]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/notices/{id}/documents/{n:int}")] HttpRequest request,
        string id, int n, CancellationToken cancel)
    {
        var notice = await notices.Find(id, cancel) ?? throw NoticeAccess.Unknown();
        if (n < 1 || n > notice.Files.Count)
            throw DocumentAccess.Unknown();
        var work = await works.Of(id, cancel);
        var text = await texts.Of(notice, n, work, request.Asked<Language>("language") ?? Visits.Language(request), cancel);
        var languages = work.Where(w => w.N == n && w.Record is not null).Select(w => w.Into!.Value).Order();
        return await pages.Show(request, visit => ConsoleHtml.Document(visit, new(notice, text, n, [.. languages])));
    }
}
