using Hub.Delivery.Outbox;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Administration;

/// <summary>Stops all mail that goes out, and lets it go on.</summary>
public sealed class MailControl(MailPause pause)
{
    /// <summary>The most characters of a reason.</summary>
    public const int LongestReason = 500;

    /// <summary>POST /api/mail/pause: what waits is kept.</summary>
    [Function("PauseMail")]
    [PersonAccess]
    public async Task<IActionResult> Pause(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mail/pause")] HttpRequest request, CancellationToken cancel)
    {
        var reason = (await RequestBody.Read<MailPauseBody>(request)).Reason.Trim();
        if (reason.Length is 0 or > LongestReason)
            throw new ApiException(422, "No reason", $"'reason' must be of 1 to {LongestReason} characters: colleagues read it.");
        var standing = await pause.Pause(request.Caller().Name, reason, cancel);
        request.Acted(ActionKind.MailPaused);
        return Responses.Json(standing);
    }

    /// <summary>POST /api/mail/resume: what waited goes now, one mail each.</summary>
    [Function("ResumeMail")]
    [PersonAccess]
    public async Task<IActionResult> Resume(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mail/resume")] HttpRequest request, CancellationToken cancel)
    {
        var standing = await pause.Resume(cancel);
        request.Acted(ActionKind.MailResumed);
        return Responses.Json(standing);
    }
}

/// <summary>A pause as it is asked for.</summary>
/// <param name="Reason">Why; colleagues read it.</param>
public sealed record MailPauseBody(string Reason);
