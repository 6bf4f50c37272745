using System.Text;
using System.Text.Json.Nodes;
using Hub.Functions.Access;
using Hub.Functions.Console.Editor;
using Hub.Functions.Site;
using Hub.Intake.Submissions;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Pages.Console.Editor;
using Hub.Pages.Console.Fields;
using Hub.Pages.Office;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Work.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Office;

/// <summary>What an office does about what was sent in its name: it answers what is asked, as by mail, or takes it back.</summary>
public sealed class OfficeAnswerPages(
    OfficeNoticeViews views, OfficeAccess own, NoticeIntake intake, Withdrawals withdrawals, IWakeUpSender wakeUps)
{
    private const int LongestKey = 64;
    private const int LongestWords = 4000;

    /// <summary>POST /office/notices/{id}/answer: a notice that takes the place of the one that was asked about.</summary>
    [Function("AnswerOfficeNotice")]
    [SitePage(CallerKind.State, CallerKind.Reader, TakesAnyText = true)]
    public async Task<IActionResult> Answer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/notices/{id}/answer")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var (notice, posted, labels) = (
            await own.Notice(request, id, cancel), await PostedForm.Of(request), new Labels(Visits.Language(request)));
        if (await views.Questions(request, notice, cancel) is not var (questions, shown, about))
            return SitePages.SeeOther(
                request, $"/office/notices/{notice.Linked ?? id}", notice.Linked is null ? "OFFICE_NOT_ANSWERED" : "OFFICE_ANSWERED");
        var (words, key) = (posted.Lines("words"), posted.Text("key"));
        var answer = questions.Typed(posted.Values, words, key);
        if (EditorRows.Asked(posted) is { } step && EditorRows.Changed(answer.Values, step) is { } changed)
            return await views.Page(request, notice, null, answer with { Values = EditorForm.Numbered(changed) }, [], cancel);
        var form = answer.Form(notice, shown, about);
        if (words is { Length: > LongestWords } && TypedText.Wrong("words", words, LongestWords, labels, "Office.Answer.Nothing") is { } wrong)
            return await views.Page(request, notice, null, answer, [wrong], cancel);
        if (words is null && IsSame(form, notice.Form))
            return await views.Page(request, notice, null, answer, [new("words", labels["Office.Answer.Nothing"])], cancel);
        var office = OfficeAccess.Offices(request)[0];
        var result = await intake.Accept(
            new(OfficeAccess.Sender(office), form, Encoding.UTF8.GetBytes(form.ToJsonString(HubJson.Options)), [],
                key is { Length: <= LongestKey } ? $"office-{office.Id}-{key}" : null) { IsAnswer = true },
            cancel);
        if (result is SubmissionResult.Refused(var problems))
            return await views.Page(request, notice, null, answer, OfficeProblems.Of(problems, answer.Values, labels), cancel);
        if (result is SubmissionResult.Accepted(var taken))
            await wakeUps.Send(new() { Notices = [taken.Id] });
        return SitePages.SeeOther(request, $"/office/notices/{IdOf(result) ?? id}", "OFFICE_ANSWERED");
    }

    /// <summary>POST /office/notices/{id}/withdrawal.</summary>
    [Function("WithdrawOfficeNotice")]
    [SitePage(CallerKind.State, CallerKind.Reader)]
    public async Task<IActionResult> Withdraw(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/notices/{id}/withdrawal")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var notice = await own.Notice(request, id, cancel);
        var office = OfficeAccess.Offices(request).Select(OfficeAccess.Sender).FirstOrDefault(o => Withdrawals.May(notice, o))
            ?? OfficeAccess.Sender(OfficeAccess.Offices(request)[0]);
        var isDone = await withdrawals.Withdraw(id, office, cancel) is DecisionResult.Taken;
        return SitePages.SeeOther(request, $"/office/notices/{id}", isDone ? "OFFICE_WITHDRAWN" : "OFFICE_DECIDED");
    }

    private static string? IdOf(SubmissionResult result) => result switch
    {
        SubmissionResult.Accepted(var notice) => notice.Id,
        SubmissionResult.Repeated(var notice) => notice.Id,
        SubmissionResult.KeyReused(var first) => first,
        _ => null,
    };

    private static bool IsSame(JsonObject form, JsonObject before)
    {
        var (a, b) = ((JsonObject)form.DeepClone(), (JsonObject)before.DeepClone());
        foreach (var name in new[] { "amends", "attachments" })
        {
            a.Remove(name);
            b.Remove(name);
        }
        return JsonNode.DeepEquals(a, b);
    }
}
