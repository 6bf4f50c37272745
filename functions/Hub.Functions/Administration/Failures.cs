using Hub.Azure.Bus;
using Hub.Delivery.Outbox;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Intake.Inbox;
using Hub.Intake.Translation;
using Hub.Notices.Access;
using Hub.Notices.Outbox;
using Hub.Work.Failures;
using Hub.Work.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Administration;

/// <summary>Dead letters: read them, and put them back.</summary>
public sealed class Failures(
    IFailureStore failures, WorkClock documents, MailroomSettings mailroom, MailDecisions mails, OutboxService outbox,
    IWakeUpSender wakeUps, TimeProvider clock)
{
    /// <summary>GET /api/failures.</summary>
    [Function("ListFailures")]
    [Access(CallerKind.Secretariat)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/failures")] HttpRequest request, CancellationToken cancel)
    {
        return Responses.Items(await failures.List(200, cancel));
    }

    /// <summary>POST /api/failures/{id}/retry: wakes again what the dead letter was to wake.</summary>
    [Function("RetryFailure")]
    [Access(CallerKind.Secretariat)]
    public async Task<IActionResult> Retry(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/failures/{id}/retry")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var letter = await failures.Find(id, cancel) ?? throw new ApiException(404, "No such failure", "GET /api/failures lists them.");
        if (letter.Queue == OutboxSender.ChannelName)
            return await RetryMail(letter, cancel);
        var wakeUp = Queues.WakeUp(letter.Queue, letter.Body);
        if (wakeUp == WakeUps.None)
            throw new ApiException(409, "Nothing to put back", $"No work belongs to queue '{letter.Queue}': this message woke nothing.");
        if (letter.Queue == Queues.Mailbox && !mailroom.Reads(letter.Body))
            wakeUp = new()
            {
                Mailbox =
                [
                    await mails.TryAgain(letter.Body, cancel) ?? throw new ApiException(
                        409, "A person deals with this mail",
                        $"Release or dismiss it: POST /api/mails/{letter.Body}/decision. The others go on."),
                ],
            };
        await failures.SaveEnded(letter.Queue, letter.Body, EndedAttempts.None, cancel);
        if (letter.Queue == Queues.Documents)
            await documents.Reopen(letter.Body, cancel);
        if (!await wakeUps.Send(wakeUp))
            throw new ApiException(503, "The queue cannot be reached", "Nothing was put back. Try again in a minute.");
        return await Retried(letter, cancel);
    }

    private async Task<IActionResult> RetryMail(DeadLetter letter, CancellationToken cancel) =>
        letter.RetriedAt is null && await outbox.Retry(letter.Body, cancel)
        ? await Retried(letter, cancel)
        : throw new ApiException(409, "Nothing to send", "This mail went meanwhile, waits for its turn, or is not kept any more.");

    private async Task<IActionResult> Retried(DeadLetter letter, CancellationToken cancel)
    {
        var retried = letter with { RetriedAt = clock.GetUtcNow() };
        await failures.Save(retried, cancel);
        return Responses.Json(retried, StatusCodes.Status202Accepted);
    }
}
