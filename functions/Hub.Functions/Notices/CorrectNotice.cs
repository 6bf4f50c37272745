using System.Text.Json.Nodes;
using Hub.Functions.Access;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Operations.Flow;
using Hub.Work.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Notices;

/// <summary>Corrects what was read of a notice, before it is decided.</summary>
public sealed class CorrectNotice(NoticeCorrections corrections, NextWork next, IWakeUpSender wakeUps)
{
    /// <summary>POST /api/notices/{id}/corrections.</summary>
    [Function("AddCorrection")]
    [ReviewerAccess(SecretariatRoles.Reviewer | SecretariatRoles.Editor)]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/notices/{id}/corrections")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var by = request.Caller();
        var body = await RequestBody.Read<CorrectionBody>(request);
        switch (await corrections.Correct(id, by, body.Form, (body.Corrections, body.Decisions), body.Reason, cancel))
        {
            case CorrectionResult.Taken(var corrected):
                await wakeUps.Send(await next.After(corrected, cancel));
                return Responses.Json(NoticeView.ForSender(corrected));
            case CorrectionResult.Refused(var problems):
                return Responses.Problem(
                    422, "Not better", "The form has problems that the present one has not; fields are named within it.", problems);
            case CorrectionResult.NotNow(var notice, var why):
                return Responses.Problem(409, "Not now", NoticeRefusals.Of(why, notice.Status));
            default:
                throw NoticeAccess.Unknown();
        }
    }
}

/// <summary>A correction as it is sent.</summary>
/// <param name="Form">The whole form as it is to be.</param>
/// <param name="Corrections">How many corrections of the notice were seen.</param>
/// <param name="Decisions">How many decisions about it were seen.</param>
/// <param name="Reason">Why.</param>
public sealed record CorrectionBody(JsonObject Form, int Corrections, int Decisions, string? Reason = null);
