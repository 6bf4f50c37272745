using Hub.Functions.Access;
using Hub.Functions.Mailroom;
using Hub.Functions.Site;
using Hub.Intake.Inbox;
using Hub.Intake.Inbox.ByHand;
using Hub.Intake.Inbox.Replies;
using Hub.Notices.Access;
using Hub.Notices.Colleagues;
using Hub.Pages;
using Hub.Pages.Console.Fields;
using Hub.Pages.Console.Mails;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Work.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Mails;

/// <summary>Decides about mails that wait for a person, as <c>POST /api/mails/{id}/decision</c> does.</summary>
public sealed class DecideMailPages(
    SitePages pages, MailViews views, IMailStore mails, MailDecisions decisions, IWakeUpSender wakeUps, IReplyWriter replies,
    Handlings handlings)
{
    private static readonly (string Field, int Longest)[] Texts = [("typed", 80), ("person", 200)];

    /// <summary>GET /console/mails/{id}/decision?kind=….</summary>
    [Function("ShowMailDecision")]
    [PageAccess(SecretariatRoles.Reviewer)]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/mails/{id}/decision")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var mail = await mails.Find(id, cancel) ?? throw ReadMails.Unknown();
        if (!Codes.TryParse<MailDecisionKind>(request.Query["kind"], out var kind)
            || mail.Fate is not (InboundMailStatus.Held or InboundMailStatus.ToRead))
            return SitePages.SeeOther(request, $"/console/mails/{id}");
        var asked = request.Query["state"].ToString();
        var state = StateCode.IsWellFormed(asked) ? asked : (mail.Sender?.State ?? mail.Claimed)?.Value;
        var draft = new MailDecisionDraft(kind) { State = state, Office = mail.Sender?.Role?.Code() };
        return await Page(request, mail, draft, [], cancel);
    }

    /// <summary>POST /console/mails/{id}/decision.</summary>
    [Function("TakeMailDecision")]
    [PageAccess(SecretariatRoles.Reviewer)]
    public async Task<IActionResult> Take(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/mails/{id}/decision")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var form = await PostedForm.Of(request);
        var mail = await mails.Find(id, cancel) ?? throw ReadMails.Unknown();
        var (kind, step) = (form.Choice<MailDecisionKind>("kind"), form.Choice("step", "numbers", "preview", "decide"));
        var (draft, labels) = (Draft(form, kind), new Labels(Visits.Language(request)));
        var detail = await views.Of(mail, StateOf(draft), labels.Language, cancel);
        if (mail.Mark != form.Text("mark"))
            return await Stood(request, detail, labels);
        if (step == "numbers")
            return await Page(request, mail, draft, [], cancel);
        var tooLong = Texts.Append((Field: "reason", Longest: DecideMailPage.LongestReason(kind)))
            .Select(t => TypedText.Wrong(t.Field, form.Text(t.Field), t.Longest, labels)).OfType<FieldProblem>().ToList();
        if (tooLong.Count > 0)
            return await Page(request, mail, draft, tooLong, cancel);
        if (step == "preview" && draft.Reason is { } answer && mail.From is not null)
            return await Page(request, mail, draft with { Preview = Preview(mail, answer) }, [], cancel);
        var asked = new MailDecisionRequest(
            kind, StateOf(draft), Codes.TryParse<OfficeRole>(draft.Office, out var office) ? office : null, draft.Person, draft.Reason,
            kind == MailDecisionKind.Release ? draft.Called : null)
        {
            Seen = form.Text("mark"),
        };
        switch (await decisions.Decide(id, request.Caller(), asked, cancel))
        {
            case MailDecisionResult.Taken(var decided):
                await wakeUps.Send(new() { Mailbox = [decided.Mailbox] });
                await handlings.End(id, cancel);
                return SitePages.SeeOther(request, $"/console/mails/{id}", Done(kind));
            case MailDecisionResult.Refused(var faults):
                return await Page(request, mail, draft, [.. faults.Select(f => MailWords.Problem(f, draft, labels))], cancel);
            default:
                return await Stood(request, await views.Of(await mails.Find(id, cancel) ?? mail, null, labels.Language, cancel), labels);
        }
    }

    private async Task<IActionResult> Page(
        HttpRequest request, MailRecord mail, MailDecisionDraft draft, IReadOnlyList<FieldProblem> problems, CancellationToken cancel)
    {
        var detail = await views.Of(mail, StateOf(draft), Visits.Language(request), cancel);
        return await pages.Show(
            request, visit => MailsHtml.Decide(visit, detail, draft, problems),
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private string Preview(MailRecord mail, string answer)
    {
        var message = replies.Personal("preview", mail, answer);
        return $"{message.Subject}\n\n{message.Text}";
    }

    private static string Done(MailDecisionKind kind) => kind switch
    {
        MailDecisionKind.Release => "RELEASED",
        MailDecisionKind.Dismiss => "DISMISSED",
        MailDecisionKind.Answer => "ANSWERED",
    };

    private Task<IActionResult> Stood(HttpRequest request, MailDetail detail, Labels labels) => pages.Show(
        request, visit => MailsHtml.Mail(visit, detail, [new(null, labels["Inbox.Stood"])]), StatusCodes.Status409Conflict);

    private static StateCode? StateOf(MailDecisionDraft draft) =>
        draft.State is { } state && StateCode.IsWellFormed(state) ? new StateCode(state) : null;

    private static MailDecisionDraft Draft(PostedForm form, MailDecisionKind kind) => new(kind)
    {
        State = form.Text("state"), Office = form.Text("office"), Person = form.Text("person"), Number = form.Text("number"),
        Typed = form.Text("typed"), Reason = form.Lines("reason"),
    };
}
