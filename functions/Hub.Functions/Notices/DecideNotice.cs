using System.Text.Json.Nodes;
using Hub.Functions.Access;
using Hub.Functions.Http;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Colleagues;
using Hub.Notices.Flow;
using Hub.Operations.Flow;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Work.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Notices;

/// <summary>Takes decisions of the Secretariat, and confirmations of missions and ministries.</summary>
public sealed class DecideNotice(
    Decisions decisions, Withdrawals withdrawals, NextWork next, IWakeUpSender wakeUps, Handlings handlings)
{
    /// <summary>POST /api/notices/{id}/decision.</summary>
    [Function(nameof(DecideNotice))]
    [ReviewerAccess]
    public async Task<IActionResult> Decide(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/notices/{id}/decision")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var reviewer = request.Caller();
        var body = await RequestBody.Read<DecisionBody>(request);
        var asked = new DecisionRequest(body.Decision, body.Reason, body.RecordVersions) { Corrections = body.Corrections };
        var result = await decisions.Decide(id, reviewer, asked, cancel);
        if (result is DecisionResult.Taken(var taken))
        {
            await wakeUps.Send(await next.After(taken, cancel));
            await handlings.End(id, cancel);
        }
        return Response(result);
    }

    /// <summary>POST /api/notices/{id}/confirmation.</summary>
    [Function("ConfirmNotice")]
    [Access(CallerKind.State)]
    public async Task<IActionResult> Confirm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/notices/{id}/confirmation")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var office = request.Caller();
        NoticeAccess.Check(office, id);
        var key = request.Key();
        return Response(await decisions.Confirm(id, office with { MadeBy = key?.GivenBy }, key?.GivenAt, cancel));
    }

    /// <summary>POST /api/notices/{id}/withdrawal.</summary>
    [Function("WithdrawNotice")]
    [Access(CallerKind.State)]
    public async Task<IActionResult> Withdraw(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/notices/{id}/withdrawal")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var office = request.Caller();
        NoticeAccess.Check(office, id);
        return Response(await withdrawals.Withdraw(id, office, cancel));
    }

    private static IActionResult Response(DecisionResult result) => result switch
    {
        DecisionResult.Taken(var taken) => Responses.Json(NoticeView.ForSender(taken)),
        DecisionResult.Unknown => throw NoticeAccess.Unknown(),
        DecisionResult.NotNow(var notice, var why) => Responses.Problem(409, "Not now", NoticeRefusals.Of(why, notice.Status)),
        DecisionResult.RecordChanged(_, var versions) => Changed(versions),
        _ => throw new NotSupportedException(result.GetType().Name),
    };

    private static IActionResult Changed(IReadOnlyList<(Authority? Checked, Authority? Present)> versions)
    {
        var records = versions.Select(v => (JsonNode)new JsonObject
        {
            ["recordId"] = (v.Present ?? v.Checked)?.Id,
            ["checked"] = v.Checked?.ForReaders(),
            ["present"] = v.Present?.ForReaders(),
        });
        var body = new JsonObject
        {
            ["type"] = "about:blank",
            ["title"] = "The record has changed since",
            ["status"] = StatusCodes.Status409Conflict,
            ["detail"] =
                "Compare both versions. To approve on the present one, name it: \"recordVersions\": { \"<recordId>\": <version> }.",
            ["records"] = new JsonArray([.. records]),
        };
        return new JsonResponse(body, typeof(JsonObject), HubJson.Options, StatusCodes.Status409Conflict, Responses.ProblemJson);
    }
}

/// <summary>A decision as it is sent.</summary>
/// <param name="Decision">Approve, reject or query.</param>
/// <param name="Reason">Why.</param>
/// <param name="RecordVersions">The versions looked at.</param>
/// <param name="Corrections">How many corrections of its form were seen: wanted for an approval where there are any.</param>
public sealed record DecisionBody(
    DecisionKind Decision, string? Reason = null, IReadOnlyDictionary<string, int>? RecordVersions = null, int? Corrections = null);
