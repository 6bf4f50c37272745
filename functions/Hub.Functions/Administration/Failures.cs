using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Work.Failures;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Administration;

/// <summary>Dead letters: read them, and put them back.</summary>
public sealed class Failures(IFailureStore failures, FailureRetry retry)
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
    [Access(CallerKind.Secretariat, Roles = SecretariatRoles.Administrator)]
    public async Task<IActionResult> Retry(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/failures/{id}/retry")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var letter = await failures.Find(id, cancel) ?? throw new ApiException(404, "No such failure", "GET /api/failures lists them.");
        var (outcome, retried) = await retry.Retry(letter, cancel);
        if (outcome != RetryOutcome.Retried)
            throw Refusal(outcome, letter);
        request.Acted(ActionKind.FailureRetried, id);
        return Responses.Json(retried, StatusCodes.Status202Accepted);
    }

    private static ApiException Refusal(RetryOutcome outcome, DeadLetter letter) => outcome switch
    {
        RetryOutcome.NoWork => new(
            409, "Nothing to put back", $"No work belongs to queue '{letter.Queue}': this message woke nothing."),
        RetryOutcome.ForPerson => new(
            409, "A person deals with this mail",
            $"Release or dismiss it: POST /api/mails/{letter.Body}/decision. The others go on."),
        RetryOutcome.NothingToSend => new(
            409, "Nothing to send", "This mail went meanwhile, waits for its turn, or is not kept any more."),
        RetryOutcome.NoQueue => new(503, "The queue cannot be reached", "Nothing was put back. Try again in a minute."),
        _ => throw new NotSupportedException($"{outcome}"),
    };
}
