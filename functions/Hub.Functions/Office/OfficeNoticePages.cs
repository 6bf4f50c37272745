using Hub.Functions.Access;
using Hub.Functions.Recipients;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages.Console.Fields;
using Hub.Pages.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Office;

/// <summary>
/// A notice of the State: what was understood, where it stands, and, where it is held, the word of the State's mission or ministry.
/// </summary>
public sealed class OfficeNoticePages(OfficeNoticeViews views, OfficeAccess own, HeldNotices held)
{
    private const int LongestReason = 2000;

    /// <summary>GET /office/notices/{id}.</summary>
    [Function("ShowOfficeNotice")]
    [SitePage(CallerKind.State, CallerKind.Reader)]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/notices/{id}")] HttpRequest request, string id,
        CancellationToken cancel) => await views.Page(request, await own.Notice(request, id, cancel), null, null, [], cancel);

    /// <summary>POST /office/notices/{id}/stand: the State stands by it.</summary>
    [Function("StandByOfficeNotice")]
    [SitePage(CallerKind.State)]
    public async Task<IActionResult> Stand(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/notices/{id}/stand")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var notice = await own.Notice(request, id, cancel);
        var isDone = OfficeNoticeViews.Confirmer(request, notice) is { } office && await held.StandBy(notice, office, cancel);
        return SitePages.SeeOther(request, $"/office/notices/{id}", isDone ? "OFFICE_STOOD" : "OFFICE_NOT_HELD");
    }

    /// <summary>POST /office/notices/{id}/object: the State does not; a person of the Secretariat reads why.</summary>
    [Function("ObjectToOfficeNotice")]
    [SitePage(CallerKind.State)]
    public async Task<IActionResult> Object(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/notices/{id}/object")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var notice = await own.Notice(request, id, cancel);
        if (OfficeNoticeViews.Confirmer(request, notice) is not { } office || !(notice.AwaitsOffice() || notice.Objection?.By == office.Id))
            return SitePages.SeeOther(request, $"/office/notices/{id}", "OFFICE_NOT_HELD");
        var (reason, labels) = ((await PostedForm.Of(request)).Lines("reason"), new Labels(Visits.Language(request)));
        if (TypedText.Wrong("reason", reason, LongestReason, labels, "Office.Object.Missing") is { } problem)
            return await views.Page(request, notice, reason, null, [problem], cancel);
        var isDone = await held.Object(notice, office, reason!, cancel);
        return SitePages.SeeOther(request, $"/office/notices/{id}", isDone ? "OFFICE_OBJECTED" : "OFFICE_NOT_HELD");
    }
}
