using System.Globalization;
using Hub.Functions.Access;
using Hub.Functions.Site;
using Hub.Intake.Submissions;
using Hub.Notices.Access;
using Hub.Notices.AccessLinks;
using Hub.Pages.Console.Fields;
using Hub.Pages.Office;
using Hub.Pages.Texts;
using Hub.Work.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Office;

/// <summary>A record as a whole: it is right, or it is changed.</summary>
public sealed class OfficeRecordPages(
    SitePages pages, OfficeAccess own, SelfConfirmation confirmation, IWakeUpSender wakeUps, TimeProvider clock)
{
    /// <summary>GET /office/records/{id}.</summary>
    [Function("ShowOfficeRecord")]
    [SitePage(CallerKind.State, CallerKind.Reader)]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/records/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var (record, _) = await own.Record(request, id, cancel);
        return await pages.Show(request, visit => OfficeHtml.Record(visit, record, []));
    }

    /// <summary>POST /office/records/{id}: it is right, as it was shown.</summary>
    [Function("ConfirmOfficeRecord")]
    [SitePage(CallerKind.State, CallerKind.Reader)]
    public async Task<IActionResult> Confirm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/records/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var (record, office) = await own.Record(request, id, cancel);
        var seen = (await PostedForm.Of(request)).Text("version");
        // Once a day: pressed again, it is the same confirmation.
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var link = new AccessLink(AccessLinkPurpose.Confirmation, office.Id, record.Id, today, "");
        if (seen != record.Version.ToString(CultureInfo.InvariantCulture)
            || await confirmation.Submit(link, office, record, cancel) is not { } notice)
        {
            var problem = new FieldProblem(null, new Labels(Visits.Language(request))["Office.Moved"]);
            return await pages.Show(request, v => OfficeHtml.Record(v, record, [problem]), StatusCodes.Status409Conflict);
        }
        await wakeUps.Send(new() { Notices = [notice] });
        return SitePages.SeeOther(request, $"/office/notices/{notice}", "OFFICE_SENT");
    }
}
