using Hub.Functions.Access;
using Hub.Functions.Http;
using Hub.Intake.Inbox;
using Hub.Intake.Inbox.ByHand;
using Hub.Notices.Colleagues;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Work.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Mailroom;

/// <summary>Takes the Secretariat's word on a mail that waits for it, after a call-back.</summary>
public sealed class DecideMail(MailDecisions decisions, IWakeUpSender wakeUps, Handlings handlings)
{
    /// <summary>POST /api/mails/{id}/decision.</summary>
    [Function(nameof(DecideMail))]
    [ReviewerAccess]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mails/{id}/decision")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var reviewer = request.Caller();
        var body = await RequestBody.Read<MailDecisionBody>(request);
        var asked = new MailDecisionRequest(body.Decision, body.State, body.Role, body.CalledBack, body.Reason, body.Number)
        {
            Seen = body.Mark,
        };
        var result = await decisions.Decide(id, reviewer, asked, cancel);
        if (result is MailDecisionResult.Taken { Mail.Mailbox: var mailbox })
        {
            await wakeUps.Send(new() { Mailbox = [mailbox] });
            await handlings.End(id, cancel);
        }
        return Response(result);
    }

    private static IActionResult Response(MailDecisionResult result) => result switch
    {
        MailDecisionResult.Taken(var mail) => Responses.Json(MailView.Of(mail, null, null)),
        MailDecisionResult.Unknown => throw ReadMails.Unknown(),
        MailDecisionResult.Refused(var faults) => Responses.Problem(409, "Not so", string.Join(" ", faults.Select(Words))),
        MailDecisionResult.NotNow(var why) => Responses.Problem(409, "Not now", why),
        _ => throw new NotSupportedException(result.GetType().Name),
    };

    private static string Words(MailFault fault) => fault switch
    {
        MailFault.State => "Say in 'state' which State it is of.",
        MailFault.Office => "Say in 'role' which office of that State wrote it.",
        MailFault.Person => "Say in 'calledBack' who was called back.",
        MailFault.Number => "Say in 'number' which number was called, one that was known before this mail.",
        MailFault.NoNumber => "Write 'number' with + and the country code.",
        MailFault.OwnNumber => "The number in 'number' stands in the mail itself: call one that was known before.",
        MailFault.Unread => "The mail cannot be read in full, so it may bring the number in 'number': call one that the directory had.",
        MailFault.Reason => "Say in 'reason' why it is no notice.",
        MailFault.Text => "Write in 'reason' what is answered.",
        MailFault.NoAddress => "It names no address to answer to.",
    };
}

/// <summary>A decision about a mail as it is sent.</summary>
/// <param name="Decision">Release, dismiss or answer.</param>
/// <param name="State">The State that it is of.</param>
/// <param name="Role">The office of that State.</param>
/// <param name="CalledBack">Who was called back.</param>
/// <param name="Reason">Why it is no notice, or what is answered.</param>
/// <param name="Number">The number that was called: one that the directory had before, or one that the mail does not bring.</param>
/// <param name="Mark">The mail's mark, as it was seen: wanted where somebody decided about it before.</param>
public sealed record MailDecisionBody(
    MailDecisionKind Decision, StateCode? State = null, OfficeRole? Role = null, string? CalledBack = null, string? Reason = null,
    string? Number = null, string? Mark = null);
