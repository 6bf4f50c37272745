using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Hub.Functions.Access;
using Hub.Functions.Documents;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Functions.Site;
using Hub.Intake.Forms.Filling;
using Hub.Intake.Submissions;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Documents;
using Hub.Pages.Console.Fields;
using Hub.Pages.Forms;
using Hub.Pages.Office;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Work.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Office;

/// <summary>Files of an office: those of its notices, its records as forms that are filled in, and such forms coming back.</summary>
public sealed class OfficeFilePages(OfficePages first, OfficeAccess own, NoticeIntake intake, IFileStore files, IWakeUpSender wakeUps)
{
    private const int LongestKey = 64;
    private const int LongestName = 60;

    /// <summary>GET /office/notices/{id}/files/{n}.</summary>
    [Function("SaveOfficeFile")]
    [SitePage(CallerKind.State, CallerKind.Reader)]
    public async Task<IActionResult> Save(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/notices/{id}/files/{n}")] HttpRequest request, string id,
        string n, CancellationToken cancel) => await DocumentAccess.Open(files, await own.Notice(request, id, cancel), n, cancel);

    /// <summary>GET /office/records/{id}/form/{kind}: <c>xlsx</c> or <c>docx</c>, in the language of the pages.</summary>
    [Function("SaveOfficeForm")]
    [SitePage(CallerKind.State, CallerKind.Reader)]
    public async Task<IActionResult> Form(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/records/{id}/form/{kind}")] HttpRequest request, string id,
        string kind, CancellationToken cancel)
    {
        var (record, _) = await own.Record(request, id, cancel);
        if (DesignationForms.Kinds.Where(k => k.Extension() == $".{kind}").ToList() is not [var found])
            throw new ApiException(404, "No such form", "");
        var language = Visits.Language(request);
        var form = DesignationForms.Of(found, language, FilledForm.Of(record with { Secretariat = new() }, language));
        var name = $"{record.State()}-{Words(record.Name(language))}-{language.Code()}{found.Extension()}";
        return new FileResponse(new MemoryStream(form), found.MediaType(), name);
    }

    // A name that every file system takes, in the letters of its language.
    private static string Words(string name)
    {
        var words = string.Join('-', string.Concat(name.Select(c => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length > LongestName ? words[..LongestName] : words;
    }

    /// <summary>POST /office/forms: a form that is filled in, and what belongs to it.</summary>
    [Function("SendOfficeForm")]
    [SitePage(CallerKind.State, CallerKind.Reader, TakesAnyText = true)]
    public async Task<IActionResult> Send(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/forms")] HttpRequest request, CancellationToken cancel)
    {
        var (posted, labels) = (await PostedForm.Of(request), new Labels(Visits.Language(request)));
        var sent = posted.Files.Where(f => f.Length > 0)
            .Select(f => new SubmittedFile(f.FileName, f.ContentType ?? "application/octet-stream", f.OpenReadStream)).ToList();
        if (sent.Count == 0 || sent.Count > FormBody.MostFiles)
            return await first.Page(request, [new("files", labels[sent.Count == 0 ? "Office.Upload.None" : "Edit.TooManyFiles"])], cancel);
        var office = OfficeAccess.Offices(request)[0];
        var form = new JsonObject { ["language"] = labels.Language.Code() };
        var key = posted.Text("key") is { Length: <= LongestKey } typed ? $"office-{office.Id}-{typed}" : null;
        var submission = new Submission(
            OfficeAccess.Sender(office), form, Encoding.UTF8.GetBytes(form.ToJsonString(HubJson.Options)), sent, key);
        switch (await intake.Accept(submission, cancel))
        {
            case SubmissionResult.Accepted(var notice):
                await wakeUps.Send(new() { Notices = [notice.Id] });
                return SitePages.SeeOther(request, $"/office/notices/{notice.Id}", "OFFICE_SENT");
            case SubmissionResult.Repeated(var notice):
                return SitePages.SeeOther(request, $"/office/notices/{notice.Id}", "OFFICE_SENT");
            case SubmissionResult.KeyReused(var id):
                return SitePages.SeeOther(request, $"/office/notices/{id}", "OFFICE_ONCE");
            // What no file says at all is not a form with a gap in it.
            case SubmissionResult.Refused(var missing) when missing.Any(p => p.IsAt("/state")) && missing.Any(p => p.IsAt("/kind")):
                return await first.Page(request, [new("files", labels["Office.Upload.NotForm"])], cancel);
            case SubmissionResult.Refused(var problems):
                return await first.Page(
                    request, [.. problems.Select(p => new FieldProblem("files", OfficeProblems.Said(p, labels)))],
                    cancel);
            default:
                return await first.Page(request, [new("files", labels["Office.Upload.Foreign"])], cancel);
        }
    }
}
