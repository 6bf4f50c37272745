using System.Text;
using System.Text.Json.Nodes;
using Hub.Functions.Access;
using Hub.Functions.Http;
using Hub.Functions.Mailroom;
using Hub.Functions.Site;
using Hub.Intake.Inbox;
using Hub.Intake.Inbox.ByHand;
using Hub.Intake.Inbox.Replies;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Colleagues;
using Hub.Operations.Flow;
using Hub.Pages.Console.Editor;
using Hub.Pages.Console.Editor.Fields;
using Hub.Pages.Console.Fields;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Work.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Editor;

/// <summary>
/// Enters what a State wrote on paper, said by telephone, or wrote in a mail that no parser could read, as <c>POST /api/notices</c> takes
/// what a State sends itself.
/// </summary>
public sealed class EnterNoticePages(
    EditorPages editor, EditorViews views, EnteredNotices entered, IMailStore mails, MailDrafts drafts, NextWork next,
    IWakeUpSender wakeUps, Handlings handlings, IIdentifiers ids)
{
    private const SecretariatRoles Writers = SecretariatRoles.Reviewer | SecretariatRoles.Editor;
    private static readonly string[] Given = ["state", "task"];

    /// <summary>GET /console/notices/new: of a <c>?mail=</c>, of a <c>?record=</c>, of a <c>?law=</c>, or of a State.</summary>
    [Function("ShowNewNotice")]
    [PageAccess(Writers, TakesAnyText = true)]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/notices/new")] HttpRequest request,
        CancellationToken cancel)
    {
        var mail = request.Query["mail"].ToString();
        var source = await Source(request, mail.Length > 0 ? mail : null, cancel);
        if (source.Mail is { } held && !EnteredNotices.IsToEnter(held))
            return SitePages.SeeOther(request, $"/console/mails/{held.Id}");
        var record = await views.Find(request.Query["record"], cancel);
        var known = Given.Select(name => KeyValuePair.Create(name, request.Query[name].ToString()))
            .Where(v => v.Value.Length is > 0 and <= 100);
        var values = EditorForm.Read(source.Form, 0, null).With(EditorValues.Of(known)).With("key", ids.New());
        if (record is not null)
            values = values.With("state", record.State().Value).With("recordId", record.Id);
        if (await views.FindLaw(request.Query["law"], cancel) is { } law)
            values = values.With("state", law.State.Value).With("lawId", law.LawId)
                .With("task", values["task"] is { Length: > 0 } task ? task : "LAW_CHANGE");
        // Of a record, and with its task said, nothing is left to ask: its fields are shown.
        var isOwn = record is not null && EditorAnswers.IsOwn(values);
        if (isOwn)
            values = values.With("road", EntryRoad.Own.Code());
        return await editor.Open(
            request, source, isOwn ? EditorStep.Fields : EditorStep.What,
            source.Mail is null ? values : values.With("mail", source.Mail.Id)
                .With("road", EnteredNotices.Roads(source.Mail)[0].Code()).With("office", source.Mail.Sender?.Role?.Code()),
            cancel);
    }

    /// <summary>POST /console/notices/new.</summary>
    [Function("EnterNotice")]
    [PageAccess(Writers, TakesAnyText = true)]
    public async Task<IActionResult> Enter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/notices/new")] HttpRequest request, CancellationToken cancel)
    {
        var posted = await PostedForm.Of(request);
        var source = await Source(request, posted.Text("mail"), cancel);
        var (page, view, form) = await editor.Turn(request, posted, source, cancel);
        if (page is not null)
            return page;
        var labels = new Labels(Visits.Language(request));
        if (posted.Files.Count > FormBody.MostFiles)
            return await editor.Show(request, view with { Step = EditorStep.Check }, new FieldProblem("files", labels["Edit.TooManyFiles"]));
        return await Sent(request, view, await Send(view, source, form, posted, cancel), labels, cancel);
    }

    private async Task<EnteredResult?> Send(
        EditorView view, EditorSource source, JsonObject form, PostedForm posted, CancellationToken cancel)
    {
        var files = posted.Files.Where(f => f.Length > 0)
            .Select(f => new SubmittedFile(f.FileName, f.ContentType ?? "application/octet-stream", f.OpenReadStream));
        var sent = new Submission(
            EditorAnswers.Sender(view.Values, source.By), form, Encoding.UTF8.GetBytes(form.ToJsonString(HubJson.Options)), [.. files],
            view.Values["key"] is { Length: > 0 and <= 100 } key ? $"entered-{key}" : null)
        {
            Entered = EditorAnswers.Road(view),
        };
        if (source.Mail is not { } mail)
            return new(await entered.Accept(sent, cancel), IsSettled: true);
        var entry = await entered.Accept(sent, mail.Id, cancel);
        if (entry is { IsSettled: true })
            await handlings.End(mail.Id, cancel);
        return entry;
    }

    private async Task<IActionResult> Sent(
        HttpRequest request, EditorView view, EnteredResult? entry, Labels labels, CancellationToken cancel)
    {
        switch (entry?.Result)
        {
            case SubmissionResult.Accepted(var notice):
                var wake = await next.After(notice, cancel);
                await wakeUps.Send(view.Mail is { Mailbox: var mailbox } ? wake with { Mailbox = [.. wake.Mailbox, mailbox] } : wake);
                return SitePages.SeeOther(request, $"/console/notices/{notice.Id}", entry!.IsSettled ? "SENT" : "SENT_APART");
            case SubmissionResult.Repeated(var notice):
                return SitePages.SeeOther(request, $"/console/notices/{notice.Id}", "SENT");
            case SubmissionResult.KeyReused(var first):
                return SitePages.SeeOther(request, $"/console/notices/{first}", view.Mail is null ? "ONCE" : "MADE");
            case SubmissionResult.Refused(var problems):
                return await editor.Show(
                    request, view with { Step = EditorStep.Fields }, EditorProblems.Of(problems, view, labels));
            case null when view.Mail is { } mail && await mails.Find(mail.Id, cancel) is { Notices: [.., var made] }:
                return SitePages.SeeOther(request, $"/console/notices/{made}", "MADE");
            case null:
                return await editor.Show(request, view with { Step = EditorStep.Check }, new FieldProblem(null, labels["Edit.MailGone"]));
            default:
                throw new NotSupportedException(entry?.Result.GetType().Name);
        }
    }

    private async Task<EditorSource> Source(HttpRequest request, string? id, CancellationToken cancel)
    {
        if (id is null)
            return new([], request.Caller());
        var mail = await mails.Find(id, cancel) ?? throw ReadMails.Unknown();
        var form = (await drafts.Of(mail, cancel))?.Form ?? new JsonObject { ["language"] = mail.Language.Code() };
        if ((mail.Sender?.State ?? mail.Claimed) is { } state)
            form.TryAdd("state", state.Value);
        return new(form, request.Caller()) { Mail = mail };
    }
}
