using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Hub.Functions.Access;
using Hub.Functions.Console.Editor;
using Hub.Functions.Http;
using Hub.Functions.Site;
using Hub.Intake.Submissions;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Pages.Console.Editor;
using Hub.Pages.Console.Editor.Fields;
using Hub.Pages.Console.Fields;
using Hub.Pages.Office;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Work.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Office;

/// <summary>
/// How an authority is reached, and what it wants, changes: the record as it is in a form, of which only what differs is sent, as a notice
/// like any other (I2).
/// </summary>
public sealed class OfficeChangePages(
    SitePages pages, OfficeAccess own, EditorViews views, NoticeIntake intake, IWakeUpSender wakeUps, IIdentifiers ids)
{
    private const int LongestKey = 64;
    private const string Seen = "seen";
    private static readonly string[] FieldNames = ["record/", "notice/", "more/record/"];

    /// <summary>GET /office/records/{id}/change.</summary>
    [Function("ShowOfficeChange")]
    [SitePage(CallerKind.State, CallerKind.Reader, TakesAnyText = true)]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/records/{id}/change")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var (record, office) = await own.Record(request, id, cancel);
        var values = EditorForm.Begun(Given(record, EditorValues.Empty).With("key", ids.New()), [], 0, Own(record));
        var view = await View(request, EditorStep.Fields, values.With("notice/language", office.Language.Code()), record, cancel);
        return await Page(request, view, []);
    }

    /// <summary>POST /office/records/{id}/change.</summary>
    [Function("SendOfficeChange")]
    [SitePage(CallerKind.State, CallerKind.Reader, TakesAnyText = true)]
    public async Task<IActionResult> Send(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/records/{id}/change")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var (record, office) = await own.Record(request, id, cancel);
        var posted = await PostedForm.Of(request);
        var (labels, step) = (new Labels(Visits.Language(request)), EditorRows.Asked(posted) ?? "check");
        // Whose it is, and what it is, the address says and never the form.
        var values = EditorForm.Numbered(Given(record, EditorValues.Of(posted.Values.Where(v => IsOfForm(v.Key)))));
        var changed = EditorRows.Changed(values, step);
        var view = await View(request, EditorStep.Fields, EditorForm.Numbered(changed ?? values), record, cancel);
        if (changed is not null || step == "fields")
            return await Page(request, view, []);
        var (tried, form) = await views.Tried(view, new([], OfficeAccess.Sender(office)), cancel);
        var wrong = tried.Trial!.Problems.Where(p => p.Outcome is Outcome.Refuse || (p.Outcome is Outcome.Query && step == "check"));
        List<FieldProblem> problems =
            [.. OfficeProblems.Before(tried, form, labels), .. OfficeProblems.Of(wrong, tried, labels)];
        if (posted.Files.Count > FormBody.MostFiles)
            problems.Add(new("files", labels["Edit.TooManyFiles"]));
        if (problems.Count > 0)
            return await Page(request, tried, problems);
        // What was looked at is what is sent.
        if (step != "send" || posted.Text(Seen) != Version(record))
            return await Page(request, tried with { Step = EditorStep.Check, Values = tried.Values.With(Seen, Version(record)) }, []);
        return await Sent(request, tried, await intake.Accept(Submission(office, form, posted, values["key"]), cancel), labels);
    }

    private async Task<IActionResult> Sent(HttpRequest request, EditorView view, SubmissionResult result, Labels labels)
    {
        switch (result)
        {
            case SubmissionResult.Accepted(var notice):
                await wakeUps.Send(new() { Notices = [notice.Id] });
                return SitePages.SeeOther(request, $"/office/notices/{notice.Id}", "OFFICE_SENT");
            case SubmissionResult.Repeated(var notice):
                return SitePages.SeeOther(request, $"/office/notices/{notice.Id}", "OFFICE_SENT");
            case SubmissionResult.KeyReused(var first):
                return SitePages.SeeOther(request, $"/office/notices/{first}", "OFFICE_ONCE");
            case SubmissionResult.Refused(var problems):
                return await Page(request, view, OfficeProblems.Of(problems, view, labels));
            default:
                throw new NotSupportedException(result.GetType().Name);
        }
    }

    private static Submission Submission(Recipient office, JsonObject form, PostedForm posted, string key) => new(
        OfficeAccess.Sender(office), form, Encoding.UTF8.GetBytes(form.ToJsonString(HubJson.Options)),
        [
            .. posted.Files.Where(f => f.Length > 0)
                .Select(f => new SubmittedFile(f.FileName, f.ContentType ?? "application/octet-stream", f.OpenReadStream)),
        ],
        key.Length is > 0 and <= LongestKey ? $"office-{office.Id}-{key}" : null);

    private async Task<EditorView> View(
        HttpRequest request, EditorStep step, EditorValues values, Authority record, CancellationToken cancel)
    {
        var view = await views.Of(new([], request.Caller()), step, values, Visits.Language(request), cancel);
        return view with { Record = Own(view.Record ?? record) };
    }

    private Task<IActionResult> Page(HttpRequest request, EditorView view, IReadOnlyList<FieldProblem> problems) => pages.Show(
        request, visit => OfficeHtml.Change(visit, view, problems),
        problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static string Version(Authority record) => record.Version.ToString(CultureInfo.InvariantCulture);

    private static Authority Own(Authority record) => record with { Secretariat = new() };

    private static EditorValues Given(Authority record, EditorValues typed) => typed
        .With("state", record.State().Value).With("task", NoticeKind.ChangeOfContact.Code()).With("recordId", record.Id);

    private static bool IsOfForm(string name) => name is "shown" or "key"
        || FieldNames.Any(p => name.StartsWith(p, StringComparison.Ordinal));
}
