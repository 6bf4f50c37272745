using Hub.Delivery.Confirmations;
using Hub.Functions.Access;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Register.Json;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Recipients;

/// <summary>Asks once more those who can confirm records that nobody confirmed for long, once the Secretariat has seen whom.</summary>
public sealed class AskAgain(AskingAgain asking, ILogger<AskAgain> log)
{
    /// <summary>GET /api/quality/ask: who would be asked.</summary>
    [Function("PlanAsking")]
    [Access(CallerKind.Secretariat)]
    public async Task<IActionResult> Plan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/quality/ask")] HttpRequest request, CancellationToken cancel) =>
        Responses.Json(AskingView.Of(await asking.Plan(new QueryText(request).Only("state").State("state"), cancel)));

    /// <summary>POST /api/quality/ask.</summary>
    [Function("AskForConfirmations")]
    [Access(CallerKind.Secretariat, Roles = SecretariatRoles.Reviewer | SecretariatRoles.Editor)]
    public async Task<IActionResult> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/quality/ask")] HttpRequest request, CancellationToken cancel)
    {
        var caller = request.Caller();
        var body = await RequestBody.Read<AskBody>(request);
        var plan = await asking.Plan(body.State, cancel);
        // Sent twice, everybody has been asked today.
        if (plan.Mails > 0 && plan.Mark != body.Mark)
            return Responses.Problem(
                409, "Not now", "Others would be asked by now than was seen: GET /api/quality/ask, and send its 'mark'.");
        var mails = await asking.Ask(plan, cancel);
        request.Acted(ActionKind.ConfirmationsAsked, body.State?.Value);
        log.LogInformation("{Mails} recipients are asked again to confirm records: {Caller} wants it.", mails, caller.Name);
        return Responses.Json(AskingView.Of(plan));
    }
}

/// <summary>That those of a plan are to be asked.</summary>
/// <param name="Mark">The plan's mark, as it was seen.</param>
/// <param name="State">Of which State; null for all.</param>
public sealed record AskBody(string Mark, StateCode? State = null);

/// <summary>Who would be asked to confirm records.</summary>
/// <param name="Mark">Changes with who would be asked about what.</param>
/// <param name="Mails">How many mails go.</param>
/// <param name="Items">Each recipient, by its id.</param>
public sealed record AskingView(string Mark, int Mails, IReadOnlyList<AskedView> Items) : Confidential
{
    internal static AskingView Of(AskingPlan plan) => new(
        plan.Mark, plan.Mails,
        [
            .. plan.Recipients.Select(
                r => new AskedView(r.Recipient.Id, [.. r.Records.Select(a => a.Id)], r.Goes, r.AskedOn, r.Stopped)),
        ]);
}

/// <summary>A recipient who would be asked.</summary>
/// <param name="Recipient">Its id.</param>
/// <param name="Records">The records that its mail names.</param>
/// <param name="Goes">Whether a mail goes.</param>
/// <param name="AskedOn">The day it was asked last, UTC; absent where it never was.</param>
/// <param name="Stopped">Why no mail goes to its address; absent where mails go.</param>
public sealed record AskedView(string Recipient, IReadOnlyList<string> Records, bool Goes, DateOnly? AskedOn, string? Stopped)
    : Confidential;
