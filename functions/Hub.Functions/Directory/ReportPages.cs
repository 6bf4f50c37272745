using Hub.Functions.Access;
using Hub.Functions.Http;
using Hub.Functions.Site;
using Hub.Intake.Inbox.ByHand;
using Hub.Notices.Access;
using Hub.Notices.SigningIn;
using Hub.Pages;
using Hub.Pages.Directory.Frame;
using Hub.Register.Log;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Directory;

/// <summary>Readers of the directory tell the Secretariat of an error.</summary>
public sealed class ReportPages(
    DirectoryAnswers answers, ErrorReports reports, ReportLimit limit, AddressHolders holders, IIdentifiers ids)
{
    /// <summary>GET /directory/authorities/{id}/report.</summary>
    [Function("ShowErrorReport")]
    [SitePage(CallerKind.Secretariat, CallerKind.Reader, CallerKind.State)]
    public Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "directory/authorities/{id}/report")] HttpRequest request, string id) => answers.Show(request, visit =>
            visit.Records?.Authorities.GetValueOrDefault(id) is { } record
                ? DirectoryHtml.Report(visit.Visit, record, ids.New(), null, null)
                : null);

    /// <summary>POST /directory/authorities/{id}/report.</summary>
    [Function("ReportError")]
    [SitePage(CallerKind.Secretariat, CallerKind.Reader, CallerKind.State)]
    public async Task<IActionResult> Send(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "directory/authorities/{id}/report")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var (form, visit) = (await PostedForm.Of(request), await answers.Visit(request));
        if (visit.Records?.Authorities.GetValueOrDefault(id) is not { } record)
            return await answers.Show(request, _ => null);
        var (text, key) = (form.Lines("text"), form.Text("key") is { Length: <= 64 } sent ? sent : ids.New());
        if (Problem(request, text) is { } problem)
            return new HtmlResponse(
                DirectoryHtml.Report(visit.Visit, record, key, text, problem), StatusCodes.Status422UnprocessableEntity);
        var (reader, language) = (request.Caller(), visit.Language);
        await reports.Keep(
            new(
                reader.FullName ?? reader.Name, (await holders.Find(reader.Name, cancel))?.Address, language, record.State(), record.Id,
                record.Name(language), text!, $"{reader.Name}-{key}"),
            cancel);
        return SitePages.SeeOther(request, DirectoryAddress.Office(id), "REPORTED");
    }

    private string? Problem(HttpRequest request, string? text) =>
        text is null ? "Dir.Report.Empty"
        : text.Length > ErrorReports.Longest ? "Dir.Report.Long"
        : !limit.Take(request.Caller()) ? "Dir.Report.Often" : null;
}
