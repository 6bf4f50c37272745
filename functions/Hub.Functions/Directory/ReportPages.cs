using Hub.Functions.Access;
using Hub.Functions.Http;
using Hub.Functions.Site;
using Hub.Intake.Inbox.ByHand;
using Hub.Pages;
using Hub.Pages.Directory.Frame;
using Hub.Register.Log;
using Hub.Register.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Directory;

/// <summary>Readers of the directory tell the Secretariat of an error.</summary>
public sealed class ReportPages(
    DirectoryAnswers answers, FormTokens tokens, ErrorReports reports, ReportLimit limit, SignInSettings settings, IIdentifiers ids)
{
    /// <summary>GET /directory/authorities/{id}/report.</summary>
    [Function("ShowErrorReport")]
    [DirectoryPage(IsForReaders = true)]
    public Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "directory/authorities/{id}/report")] HttpRequest request, string id) => answers.Show(request, visit =>
            visit.Records?.Authorities.GetValueOrDefault(id) is { } record
                ? DirectoryHtml.Report(visit.Visit, record, ids.New(), null, null)
                : null);

    /// <summary>POST /directory/authorities/{id}/report.</summary>
    [Function("ReportError")]
    [DirectoryPage(IsForReaders = true)]
    public async Task<IActionResult> Send(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "directory/authorities/{id}/report")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var (form, visit) = (await PostedForm.Of(request), await answers.Visit(request));
        if (visit.Records?.Authorities.GetValueOrDefault(id) is not { } record)
            return await answers.Show(request, _ => null);
        var (text, key) = (form.Text("text"), form.Text("key") is { Length: <= 64 } sent ? sent : ids.New());
        if (await Problem(request, form, text, cancel) is { } problem)
            return new HtmlResponse(
                DirectoryHtml.Report(visit.Visit, record, key, text, problem), StatusCodes.Status422UnprocessableEntity);
        await reports.Keep(Report(request, record, text!, key, visit), cancel);
        return SitePages.SeeOther(request, DirectoryAddress.Office(id), "REPORTED");
    }

    private async Task<string?> Problem(HttpRequest request, PostedForm form, string? text, CancellationToken cancel) =>
        !await tokens.IsOf(request.Caller(), form.Token, cancel) ? "Dir.Report.Again"
        : text is null || form.HasUnwritable ? "Dir.Report.Empty"
        : text.Length > ErrorReports.Longest ? "Dir.Report.Long"
        : !limit.Take(request.Caller()) ? "Dir.Report.Often" : null;

    private ErrorReport Report(HttpRequest request, Authority record, string text, string key, DirectoryVisit visit) => new(
        request.Caller().FullName ?? request.Caller().Name, record.Id, record.Name(visit.Language),
        new(settings.Home, $"/console/records/{Uri.EscapeDataString(record.Id)}"), text, $"{request.Caller().Name}\n{key}");
}
