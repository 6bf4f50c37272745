using Hub.Delivery.Outbox;
using Hub.Functions.Access;
using Hub.Functions.Administration;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages;
using Hub.Pages.Console.Fields;
using Hub.Pages.Texts;
using Hub.Register.Log;
using Hub.Work.Failures;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Operations;

/// <summary>How the hub is; mail is stopped and goes on; the log is verified.</summary>
public sealed class OverviewPages(SitePages pages, HealthCheck health, MailPause pause, LogChecks log, IFailureStore failures)
{
    private const string Path = "/console/operations";
    private const string PauseCode = "PAUSE";
    private const string ResumeCode = "RESUME";

    /// <summary>GET /console/operations.</summary>
    [Function("ShowOperations")]
    [PageAccess]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/operations")] HttpRequest request,
        CancellationToken cancel)
    {
        var (found, mail, check) = (await health.Look(cancel), await pause.Now(cancel), await log.Last(cancel));
        var open = (await failures.List(FailurePages.Most, cancel)).Count(l => l.RetriedAt is null);
        return await pages.Show(request, visit => OperationsHtml.Overview(visit, new(
            mail, [.. found.Standstill.Select(s => new Pages.Console.Operations.HealthLine($"{s.Kind}", s.Count, s.Since))],
            found.EventsBehind, check, found.Head, open)));
    }

    /// <summary>GET /console/operations/mail: what stopping mail, or letting it go on, does.</summary>
    [Function("ShowMailPause")]
    [PageAccess(SecretariatRoles.Administrator)]
    public async Task<IActionResult> AskMail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/operations/mail")] HttpRequest request,
        CancellationToken cancel)
    {
        var mail = await pause.Now(cancel);
        return await pages.Show(request, visit => OperationsHtml.Mail(visit, mail, null, []));
    }

    /// <summary>POST /console/operations/mail: what was asked for, where mail stands as the page said.</summary>
    [Function("TakeMailPause")]
    [PageAccess(SecretariatRoles.Administrator)]
    public async Task<IActionResult> TakeMail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/operations/mail")] HttpRequest request,
        CancellationToken cancel)
    {
        var (form, labels, mail) = (await PostedForm.Of(request), new Labels(Visits.Language(request)), await pause.Now(cancel));
        var (isPause, reason) = (form.Choice("do", PauseCode, ResumeCode) == PauseCode, form.Lines("reason"));
        if (isPause == mail.IsPaused)
            return await pages.Show(
                request, visit => OperationsHtml.Mail(visit, mail, reason, [new(null, labels["Ops.Mail.Was"])]),
                StatusCodes.Status409Conflict);
        if (!isPause)
        {
            await pause.Resume(cancel);
            request.Acted(ActionKind.MailResumed);
            return SitePages.SeeOther(request, Path, "MAIL_RESUMED");
        }
        if (TypedText.Wrong("reason", reason, MailControl.LongestReason, labels, "Ops.Pause.NoReason") is { } wrong)
            return await pages.Show(
                request, visit => OperationsHtml.Mail(visit, mail, reason, [wrong]), StatusCodes.Status422UnprocessableEntity);
        await pause.Pause(request.Caller().Name, reason!, cancel);
        request.Acted(ActionKind.MailPaused);
        return SitePages.SeeOther(request, Path, "MAIL_PAUSED");
    }

    /// <summary>POST /console/operations/log: every event read again, and every hash computed again.</summary>
    [Function("VerifyLogNow")]
    [PageAccess(SecretariatRoles.Administrator)]
    public async Task<IActionResult> Verify(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/operations/log")] HttpRequest request, CancellationToken cancel)
    {
        await log.Run(request.Caller().Name, cancel);
        return SitePages.SeeOther(request, Path, "LOG_VERIFIED");
    }
}
