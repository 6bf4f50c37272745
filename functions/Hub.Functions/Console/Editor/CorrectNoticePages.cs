using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Functions.Access;
using Hub.Functions.Notices;
using Hub.Functions.Site;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Operations.Flow;
using Hub.Pages.Console.Editor;
using Hub.Pages.Console.Fields;
using Hub.Pages.Texts;
using Hub.Register.Log;
using Hub.Work.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Editor;

/// <summary>Corrects what was read of a notice, before it is decided.</summary>
public sealed class CorrectNoticePages(
    EditorPages editor, NoticeCorrections corrections, INoticeStore notices, IRegisterStore register, NextWork next, IWakeUpSender wakeUps)
{
    private const SecretariatRoles Writers = SecretariatRoles.Reviewer | SecretariatRoles.Editor;
    private const int LongestReason = 2000;

    /// <summary>GET /console/notices/{id}/edit?change=…: one of its changes, from 0.</summary>
    [Function("ShowCorrection")]
    [PageAccess(Writers, TakesAnyText = true)]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/notices/{id}/edit")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var source = await Source(request, id, request.Query["change"], cancel);
        if (NoticeCorrections.WhyNot(source.Notice!) is not null)
            return SitePages.SeeOther(request, $"/console/notices/{id}");
        var (plain, snapshot) = (EditorForm.Read(source.Form, source.Index, null), await register.Read(TimeSpan.Zero, cancel));
        var state = source.Notice!.State;
        EditorSubject? about = snapshot.Laws.GetValueOrDefault(plain["lawId"]) is { } law && law.State == state
            ? law
            : snapshot.Of(state).FirstOrDefault(r => r.Id == plain["recordId"]);
        var values = EditorForm.Read(source.Form, source.Index, about).With("mark", Mark(source.Notice))
            .With("change-index", $"{source.Index}");
        return await editor.Open(request, source, values["task"].Length > 0 ? EditorStep.Fields : EditorStep.What, values, cancel);
    }

    /// <summary>POST /console/notices/{id}/edit.</summary>
    [Function("CorrectNotice")]
    [PageAccess(Writers, TakesAnyText = true)]
    public async Task<IActionResult> Correct(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/notices/{id}/edit")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var posted = await PostedForm.Of(request);
        var source = await Source(request, id, posted.Text("change-index"), cancel);
        var labels = new Labels(Visits.Language(request));
        var (page, view, form) = await editor.Turn(request, posted, source, cancel);
        if (page is not null)
            return page;
        if (JsonNode.DeepEquals(form, source.Form))
            return await editor.Show(request, view with { Step = EditorStep.Fields }, new FieldProblem(null, labels["Edit.Same"]));
        var reason = posted.Lines("reason");
        if (TypedText.Wrong("reason", reason, LongestReason, labels) is { } wrong)
            return await editor.Show(request, view with { Step = EditorStep.Check }, wrong);
        switch (await corrections.Correct(id, source.By, form, Seen(posted.Text("mark")), reason, cancel))
        {
            case CorrectionResult.Taken(var corrected):
                await wakeUps.Send(await next.After(corrected, cancel));
                return SitePages.SeeOther(request, $"/console/notices/{id}", "CORRECTED");
            case CorrectionResult.Refused(var problems):
                return await editor.Show(
                    request, view with { Step = EditorStep.Fields }, EditorProblems.Of(problems, view, labels));
            case CorrectionResult.NotNow:
                return await editor.Show(request, view with { Step = EditorStep.Check }, new FieldProblem(null, labels["Edit.Stood"]));
            default:
                throw NoticeAccess.Unknown();
        }
    }

    private async Task<EditorSource> Source(HttpRequest request, string id, string? change, CancellationToken cancel)
    {
        var notice = await notices.Find(id, cancel) ?? throw NoticeAccess.Unknown();
        var index = int.TryParse(change, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return new(notice.Form, request.Caller()) { Notice = notice, Index = index };
    }

    // Where it stood when it was opened: of two who correct it at once, the second is told.
    private static string Mark(Notice notice) => $"{notice.Corrections.Count}-{notice.Decisions.Count}";

    private static (int, int) Seen(string? mark) => mark?.Split('-') is [var corrections, var decisions]
        && int.TryParse(corrections, CultureInfo.InvariantCulture, out var c)
        && int.TryParse(decisions, CultureInfo.InvariantCulture, out var d)
        ? (c, d)
        : (-1, -1);
}
