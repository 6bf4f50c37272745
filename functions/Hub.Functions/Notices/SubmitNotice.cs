using Hub.Core.Access;
using Hub.Core.Channels;
using Hub.Core.Notices;
using Hub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Notices;

/// <summary>Takes a notice in: keeps the original, records the notice, wakes its routing.</summary>
public sealed class SubmitNotice(Callers callers, NoticeIntake intake, IWakeUpSender wakeUps)
{
    /// <summary>POST /api/notices.</summary>
    [Function(nameof(SubmitNotice))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/notices")] HttpRequest request, CancellationToken cancel)
    {
        var caller = await callers.Require(request, CallerKind.State, CallerKind.Secretariat);
        var submission = await NoticeRequest.Read(request, caller);
        var result = await intake.Accept(submission, cancel);
        if (result is SubmissionResult.Accepted { Notice: { Status: NoticeStatus.Received } notice })
            await wakeUps.Send(new() { Notices = [notice.Id] });
        return Answer(request, result);
    }

    private static IActionResult Answer(HttpRequest request, SubmissionResult result) => result switch
    {
        SubmissionResult.Accepted(var notice) => Accepted(request, notice),
        SubmissionResult.Repeated(var notice) => Accepted(request, notice),
        SubmissionResult.Refused(var problems) => Answers.Problem(
            422, "The notice cannot be accepted", "Nothing was kept. Mend every problem below and send it again.", problems,
            // A refused form may not say its language: the caller's own preference does.
            request.PreferredLanguage()),
        SubmissionResult.KeyReused(var first) => Answers.Problem(
            422, "Idempotency-Key used before",
            $"This key belongs to another request, which became notice {first}. Use a new key for a new notice."),
        SubmissionResult.ForeignState => Answers.Problem(403, "Not your State", "This key speaks for another State."),
        _ => throw new NotSupportedException(result.GetType().Name),
    };

    private static IActionResult Accepted(HttpRequest request, Notice notice)
    {
        request.HttpContext.Response.Headers.Location = $"/api/notices/{notice.Id}";
        return Answers.Json(NoticeView.ForSender(notice), StatusCodes.Status202Accepted);
    }
}
