using System.Text.Json.Nodes;
using Hub.Functions.Access;
using Hub.Functions.Http;
using Hub.Intake.Submissions;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Register.Json;
using Hub.Register.Problems;
using Hub.Register.States;
using Hub.Work.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Notices;

/// <summary>Takes a notice in: keeps the original, records the notice, wakes its routing.</summary>
public sealed class SubmitNotice(NoticeIntake intake, IWakeUpSender wakeUps)
{
    /// <summary>POST /api/notices.</summary>
    [Function(nameof(SubmitNotice))]
    [Access(CallerKind.State, CallerKind.Secretariat, Roles = SecretariatRoles.Reviewer | SecretariatRoles.Editor)]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/notices")] HttpRequest request, CancellationToken cancel)
    {
        var submission = await NoticeRequest.Read(request, request.Key()?.Sender() ?? request.Caller());
        var result = await intake.Accept(submission, cancel);
        if (result is SubmissionResult.Accepted { Notice: { Status: NoticeStatus.Received } notice })
            await wakeUps.Send(new() { Notices = [notice.Id] });
        return Response(request, result, LanguageOf(submission, request));
    }

    // The notice's own where it says one, readable as a whole or not; else the caller's preference.
    private static Language LanguageOf(Submission submission, HttpRequest request) =>
        submission.Json["language"] is JsonValue value && value.TryGetValue<string>(out var code)
            && Codes.TryParse<Language>(code, out var language) ? language : request.PreferredLanguage();

    private static IActionResult Response(HttpRequest request, SubmissionResult result, Language language) => result switch
    {
        SubmissionResult.Accepted(var notice) => Accepted(request, notice),
        SubmissionResult.Repeated(var notice) => Accepted(request, notice),
        SubmissionResult.Refused(var problems) => Refused(422, "Refused", language, problems),
        SubmissionResult.KeyReused(var first) => Refused(422, "KeyReused", language, null, first),
        SubmissionResult.ForeignState => Refused(403, "ForeignState", language),
        _ => throw new NotSupportedException(result.GetType().Name),
    };

    private static IActionResult Refused(
        int status, string key, Language language, IReadOnlyList<Problem>? problems = null, params string[] arguments) =>
        Responses.Problem(
            status, ProblemTexts.Response($"{key}.Title", language), ProblemTexts.Response($"{key}.Detail", language, arguments), problems,
            language);

    private static IActionResult Accepted(HttpRequest request, Notice notice)
    {
        request.HttpContext.Response.Headers.Location = $"/api/notices/{notice.Id}";
        return Responses.Json(NoticeView.ForSender(notice), StatusCodes.Status202Accepted);
    }
}
