using Hub.Functions.Access;
using Hub.Functions.Console.Mails;
using Hub.Functions.Console.Notices;
using Hub.Functions.Mailroom;
using Hub.Functions.Notices;
using Hub.Functions.Site;
using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Colleagues;
using Hub.Pages;
using Hub.Pages.Console.Fields;
using Hub.Pages.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Colleagues;

/// <summary>Colleagues share the work on notices and mails, and leave notes for each other.</summary>
public sealed class HandlingPages(
    SitePages pages, Handlings handlings, INoticeStore notices, NoticeDetails details, IMailStore mails, MailViews views)
{
    private const SecretariatRoles Writers = SecretariatRoles.Reviewer | SecretariatRoles.Editor;

    /// <summary>POST /console/notices/{id}/handling.</summary>
    [Function("ChangeNoticeHandling")]
    [PageAccess(Writers)]
    public async Task<IActionResult> OfNotice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/notices/{id}/handling")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var notice = await notices.Find(id, cancel) ?? throw NoticeAccess.Unknown();
        var (answer, problem) = await Do(request, id, $"/console/notices/{id}", IsGone, cancel);
        if (problem is null)
            return answer!;
        var detail = await details.Of(notice, request.Caller(), Visits.Language(request), cancel);
        var draft = (await PostedForm.Of(request)).Lines("note");
        return await pages.Show(
            request, visit => ConsoleHtml.Notice(visit, detail with { Draft = draft }, [problem]),
            StatusCodes.Status422UnprocessableEntity);

        async Task<bool> IsGone() => (await notices.Find(id, cancel))?.IsErased != false;
    }

    /// <summary>POST /console/mails/{id}/handling.</summary>
    [Function("ChangeMailHandling")]
    [PageAccess(Writers)]
    public async Task<IActionResult> OfMail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/mails/{id}/handling")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var mail = await mails.Find(id, cancel) ?? throw ReadMails.Unknown();
        var (answer, problem) = await Do(request, id, $"/console/mails/{id}", IsGone, cancel);
        if (problem is null)
            return answer!;
        var detail = await views.Of(mail, null, Visits.Language(request), cancel);
        var draft = (await PostedForm.Of(request)).Lines("note");
        return await pages.Show(
            request, visit => MailsHtml.Mail(visit, detail with { Draft = draft }, [problem]), StatusCodes.Status422UnprocessableEntity);

        async Task<bool> IsGone() => (await mails.Find(id, cancel))?.IsErased != false;
    }

    // Where the page goes on, or what is wrong with what was sent.
    private async Task<(IActionResult? Answer, FieldProblem? Problem)> Do(
        HttpRequest request, string id, string address, Func<Task<bool>> isGone, CancellationToken cancel)
    {
        var (form, labels, by) = (await PostedForm.Of(request), new Labels(Visits.Language(request)), request.Caller().Name);
        var note = form.Lines("note");
        var asked = form.Choice("do", "take", "back", "note") ?? throw PostedForm.NotOffered("do");
        if (await isGone())
            return (null, new(null, labels["Handling.Gone"]));
        if (asked == "note" && TypedText.Wrong("note", note, Handling.LongestNote, labels, "Handling.NoText") is { } wrong)
            return (null, wrong);
        var outcome = asked switch
        {
            "take" => await handlings.Take(id, by, form.Text("seen"), cancel),
            "back" => await handlings.GiveBack(id, by, cancel),
            _ => await handlings.Note(id, by, note!, cancel),
        };
        if (outcome is HandlingOutcome.HeldOtherwise or HandlingOutcome.Full)
            return (null, new(outcome == HandlingOutcome.Full ? "note" : null, labels[$"Handling.{outcome}"]));
        // Erased between the look and the note: it goes too.
        if (await isGone())
        {
            await handlings.Forget(id, cancel);
            return (null, new(null, labels["Handling.Gone"]));
        }
        if (outcome is not HandlingOutcome.Before)
            Keep(request, asked, id);
        return (SitePages.SeeOther(request, address, (asked, outcome) switch
        {
            ("take", HandlingOutcome.TakenOver) => "TAKEN_OVER",
            ("take", _) => "WORK_TAKEN",
            ("back", _) => "WORK_BACK",
            _ => "NOTED",
        }), null);
    }

    private static void Keep(HttpRequest request, string asked, string id)
    {
        if (asked == "take")
            request.Acted(ActionKind.WorkTaken, id);
        else if (asked == "back")
            request.Acted(ActionKind.WorkGivenBack, id);
        else
            request.Acted(ActionKind.NoteLeft, id);
    }
}
