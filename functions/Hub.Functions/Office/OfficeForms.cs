using System.Text;
using System.Text.Json.Nodes;
using Hub.Functions.Access;
using Hub.Functions.Console.Editor;
using Hub.Functions.Http;
using Hub.Functions.Site;
using Hub.Intake.Submissions;
using Hub.Notices;
using Hub.Notices.Recipients;
using Hub.Pages.Console.Editor;
using Hub.Pages.Console.Editor.Fields;
using Hub.Pages.Console.Fields;
using Hub.Pages.Office;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Work.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Functions.Office;

/// <summary>A form that an office fills in.</summary>
/// <param name="Office">In whose name it is sent.</param>
/// <param name="Address">Where it is sent.</param>
/// <param name="Given">Whose it is, and what it is: the address says that and never the form.</param>
/// <param name="About">What it is about, as it stands now; null where that is new.</param>
internal sealed record OfficeForm(Recipient Office, string Address, EditorValues Given, EditorSubject? About) : Confidential
{
    /// <summary>The version that is looked at before it is sent.</summary>
    public string Version => $"{About?.Version ?? 0}";
}

/// <summary>
/// The forms of offices: what is in the directory or the library as it is, of which only what differs is sent, as a notice like any other
/// (I2).
/// </summary>
public sealed class OfficeForms(SitePages pages, EditorViews views, NoticeIntake intake, IWakeUpSender wakeUps, IIdentifiers ids)
{
    private const int LongestKey = 64;
    private const string Seen = "seen";
    private static readonly string[] FieldNames = ["record/", "law/", "notice/", "more/record/", "more/law/"];

    /// <summary>The form as it is opened.</summary>
    internal async Task<IActionResult> Open(HttpRequest request, OfficeForm form, CancellationToken cancel)
    {
        var values = EditorForm.Begun(form.Given.With("key", ids.New()), [], 0, Shown(form.About)).With(form.Given)
            .With("notice/language", form.Office.Language.Code());
        return await Page(request, form, await View(request, EditorStep.Fields, values, form, cancel), []);
    }

    /// <summary>The page that the form leads to, or the notice that it makes.</summary>
    internal async Task<IActionResult> Turn(HttpRequest request, OfficeForm form, CancellationToken cancel)
    {
        var posted = await PostedForm.Of(request);
        var (labels, step) = (new Labels(Visits.Language(request)), EditorRows.Asked(posted) ?? "check");
        var values = EditorForm.Numbered(
            form.Given.Without("law/").With(EditorValues.Of(posted.Values.Where(v => IsOfForm(v.Key)))));
        var changed = EditorRows.Changed(values, step);
        var view = await View(request, EditorStep.Fields, EditorForm.Numbered(changed ?? values), form, cancel);
        if (changed is not null || step == "fields")
            return await Page(request, form, view, []);
        var (tried, json) = await views.Tried(view, new([], OfficeAccess.Sender(form.Office)), cancel);
        var wrong = tried.Trial!.Problems.Where(p => p.Outcome is Outcome.Refuse || (p.Outcome is Outcome.Query && step == "check"));
        List<FieldProblem> problems = [.. OfficeProblems.Before(tried, json, labels), .. OfficeProblems.Of(wrong, tried, labels)];
        if (posted.Files.Count > FormBody.MostFiles)
            problems.Add(new("files", labels["Edit.TooManyFiles"]));
        if (problems.Count > 0)
            return await Page(request, form, tried, problems);
        // What was looked at is what is sent.
        if (step != "send" || posted.Text(Seen) != form.Version)
            return await Page(
                request, form, tried with { Step = EditorStep.Check, Values = tried.Values.With(Seen, form.Version) }, []);
        return await Send(
            request, form.Office, json, posted, values["key"],
            refused => Page(request, form, tried, OfficeProblems.Of(refused, tried, labels)), cancel);
    }

    /// <summary>Sends a notice of an office, and leads to it.</summary>
    internal async Task<IActionResult> Send(
        HttpRequest request, Recipient office, JsonObject form, PostedForm posted, string? key,
        Func<IReadOnlyList<Problem>, Task<IActionResult>> refused, CancellationToken cancel)
    {
        var sent = new Submission(
            OfficeAccess.Sender(office), form, Encoding.UTF8.GetBytes(form.ToJsonString(HubJson.Options)),
            [
                .. posted.Files.Where(f => f.Length > 0)
                    .Select(f => new SubmittedFile(f.FileName, f.ContentType ?? "application/octet-stream", f.OpenReadStream)),
            ],
            key is { Length: > 0 and <= LongestKey } ? $"office-{office.Id}-{key}" : null);
        switch (await intake.Accept(sent, cancel))
        {
            case SubmissionResult.Accepted(var notice):
                await wakeUps.Send(new() { Notices = [notice.Id] });
                return SitePages.SeeOther(request, $"/office/notices/{notice.Id}", "OFFICE_SENT");
            case SubmissionResult.Repeated(var notice):
                return SitePages.SeeOther(request, $"/office/notices/{notice.Id}", "OFFICE_SENT");
            case SubmissionResult.KeyReused(var first):
                return SitePages.SeeOther(request, $"/office/notices/{first}", "OFFICE_ONCE");
            case SubmissionResult.Refused(var problems):
                return await refused(problems);
            case var other:
                throw new NotSupportedException(other.GetType().Name);
        }
    }

    private async Task<EditorView> View(
        HttpRequest request, EditorStep step, EditorValues values, OfficeForm form, CancellationToken cancel)
    {
        var view = await views.Of(new([], request.Caller()), step, values, Visits.Language(request), cancel);
        return view with { Record = Shown(view.Record ?? form.About?.Record)?.Record, Law = view.Law ?? form.About?.Law };
    }

    private Task<IActionResult> Page(HttpRequest request, OfficeForm form, EditorView view, IReadOnlyList<FieldProblem> problems) =>
        pages.Show(
            request, visit => OfficeHtml.Change(visit, view, form.Address, problems),
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    // What is the Secretariat's alone is not shown.
    private static EditorSubject? Shown(EditorSubject? about) => about?.Record is { } record ? record with { Secretariat = new() } : about;

    private static bool IsOfForm(string name) => name is "shown" or "key"
        || FieldNames.Any(p => name.StartsWith(p, StringComparison.Ordinal));
}
