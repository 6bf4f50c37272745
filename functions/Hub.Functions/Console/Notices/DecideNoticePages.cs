using System.Globalization;
using Hub.Functions.Access;
using Hub.Functions.Notices;
using Hub.Functions.Site;
using Hub.Intake.Inbox.Replies;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Colleagues;
using Hub.Notices.Flow;
using Hub.Notices.Rules;
using Hub.Operations.Flow;
using Hub.Pages;
using Hub.Pages.Console.Fields;
using Hub.Pages.Console.Notices;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Work.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Notices;

/// <summary>Decides about notices, as <c>POST /api/notices/{id}/decision</c> does, on a page that shows first what it does.</summary>
public sealed class DecideNoticePages(
    SitePages pages, NoticeDetails details, INoticeStore notices, Decisions decisions, NextWork next, IWakeUpSender wakeUps,
    IReplyWriter replies, Handlings handlings)
{
    private const int LongestReason = 4000;

    /// <summary>GET /console/notices/{id}/decision?kind=….</summary>
    [Function("ShowDecision")]
    [PageAccess(SecretariatRoles.Reviewer)]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/notices/{id}/decision")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var notice = await notices.Find(id, cancel) ?? throw NoticeAccess.Unknown();
        if (!Codes.TryParse<DecisionKind>(request.Query["kind"], out var kind)
            || Decisions.WhyNot(notice, request.Caller(), kind) is not null)
            return SitePages.SeeOther(request, $"/console/notices/{id}");
        return await Page(request, notice, new(kind, null, null), [], cancel);
    }

    /// <summary>POST /console/notices/{id}/decision.</summary>
    [Function("TakeDecision")]
    [PageAccess(SecretariatRoles.Reviewer)]
    public async Task<IActionResult> Take(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/notices/{id}/decision")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var (form, caller) = (await PostedForm.Of(request), request.Caller());
        var notice = await notices.Find(id, cancel) ?? throw NoticeAccess.Unknown();
        var (kind, step) = (form.Choice<DecisionKind>("kind"), form.Choice("step", "preview", "send"));
        var reason = form.Lines("reason");
        if (form.Choice("template", DecidePage.Templates) is { } template)
            return await Page(
                request, notice, new DecisionDraft(kind, reason, null).With(new Labels(notice.Language)[$"Ask.{template}"]), [], cancel);
        var labels = new Labels(Visits.Language(request));
        var detail = await details.Of(notice, caller, labels.Language, cancel);
        if (detail.Mark != form.Text("mark"))
            return await pages.Show(
                request, visit => ConsoleHtml.Notice(visit, detail, [new(null, labels["Decide.Stood"])]), StatusCodes.Status409Conflict);
        var missing = !Decisions.WantsReason(notice, kind) ? null
            : kind == DecisionKind.Approve ? $"{nameof(NoticeRefusal)}.{NoticeRefusal.WantsAnswers}" : $"Decide.{kind}.NoReason";
        if (TypedText.Wrong("reason", reason, LongestReason, labels, missing) is { } wrong)
            return await Page(request, notice, new(kind, reason, null), [wrong], cancel);
        // Whoever sends a mail has seen it as it goes (I12).
        if (kind != DecisionKind.Approve && (step == "preview" || form.Lines("seen") != reason)
            && Preview(notice, detail, caller, kind, reason!) is { } preview)
            return await Page(request, notice, new(kind, reason, preview), [], cancel);
        var asked = new DecisionRequest(kind, reason, Versions(form, notice)) { Corrections = notice.Corrections.Count };
        var result = await decisions.Decide(id, caller, asked, cancel);
        if (result is DecisionResult.Taken(var taken))
        {
            await wakeUps.Send(await next.After(taken, cancel));
            await handlings.End(id, cancel);
            return SitePages.SeeOther(request, $"/console/notices/{id}", Done(kind, taken));
        }
        var now = await notices.Find(id, cancel) ?? throw NoticeAccess.Unknown();
        var problem = new FieldProblem(null, result switch
        {
            DecisionResult.NotNow(_, var why) => labels.Of(why),
            DecisionResult.RecordChanged => labels["Decide.Changed"],
            var other => throw new NotSupportedException(other.GetType().Name),
        });
        return await Page(request, now, new(kind, reason, null), [problem], cancel);
    }

    private async Task<IActionResult> Page(
        HttpRequest request, Notice notice, DecisionDraft draft, IReadOnlyList<FieldProblem> problems, CancellationToken cancel)
    {
        var detail = await details.Of(notice, request.Caller(), Visits.Language(request), cancel);
        return await pages.Show(
            request, visit => ConsoleHtml.Decide(visit, detail, draft, problems),
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    // What was shown is what is approved: the versions that the page had, and no newer ones.
    private static Dictionary<string, int> Versions(PostedForm form, Notice notice) => form.All("versions")
        .Select(v => v.Split(':')).Where(v => v.Length == 2 && notice.BasedOn.ContainsKey(v[0]))
        .DistinctBy(v => v[0])
        .ToDictionary(v => v[0], v => int.TryParse(v[1], CultureInfo.InvariantCulture, out var version) ? version : 0);

    private string? Preview(Notice notice, NoticeDetail detail, Caller caller, DecisionKind kind, string reason)
    {
        var decided = notice with
        {
            Status = kind == DecisionKind.Query ? NoticeStatus.Query : NoticeStatus.Rejected,
            Decisions = [.. notice.Decisions, new(kind, caller.Name, DateTimeOffset.UnixEpoch, reason)],
        };
        return detail.Mail is { From: not null, Sender: not null } mail && replies.Word("preview", mail, decided) is var message
            ? $"{message.Subject}\n\n{message.Text}"
            : null;
    }

    private static string Done(DecisionKind kind, Notice taken) => (kind, taken.Status) switch
    {
        (DecisionKind.Approve, NoticeStatus.SecondReview) => "SECOND",
        (DecisionKind.Approve, NoticeStatus.Committed) => "COMMITTED",
        (DecisionKind.Approve, NoticeStatus.Approved) => "LATER",
        (DecisionKind.Query or DecisionKind.Reject, _) when taken.Mail is null => $"{kind.Code()}_UNTOLD",
        _ => kind.Code(),
    };
}
