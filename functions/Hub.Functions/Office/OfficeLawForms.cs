using Hub.Functions.Access;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages.Console.Editor.Fields;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Laws;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Office;

/// <summary>An office tells of a law: a new one, what changed in one, or that its State has none of its own for an article.</summary>
public sealed class OfficeLawForms(OfficeForms forms, OfficeAccess own)
{
    /// <summary>GET /office/laws/new: a law that the library has not.</summary>
    [Function("ShowOfficeNewLaw")]
    [SitePage(CallerKind.State, CallerKind.Reader, TakesAnyText = true)]
    public async Task<IActionResult> ShowNewLaw(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/laws/new")] HttpRequest request,
        CancellationToken cancel) => await forms.Open(request, New(request), cancel);

    /// <summary>POST /office/laws/new.</summary>
    [Function("SendOfficeNewLaw")]
    [SitePage(CallerKind.State, CallerKind.Reader, TakesAnyText = true)]
    public async Task<IActionResult> SendNewLaw(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/laws/new")] HttpRequest request,
        CancellationToken cancel) => await forms.Turn(request, New(request), cancel);

    /// <summary>GET /office/laws/none: that there is none for an article.</summary>
    [Function("ShowOfficeNoLaw")]
    [SitePage(CallerKind.State, CallerKind.Reader, TakesAnyText = true)]
    public async Task<IActionResult> ShowNoLaw(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/laws/none")] HttpRequest request,
        CancellationToken cancel) => await forms.Open(request, None(request), cancel);

    /// <summary>POST /office/laws/none.</summary>
    [Function("SendOfficeNoLaw")]
    [SitePage(CallerKind.State, CallerKind.Reader, TakesAnyText = true)]
    public async Task<IActionResult> SendNoLaw(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/laws/none")] HttpRequest request,
        CancellationToken cancel) => await forms.Turn(request, None(request), cancel);

    /// <summary>GET /office/laws/{id}/change.</summary>
    [Function("ShowOfficeLawChange")]
    [SitePage(CallerKind.State, CallerKind.Reader, TakesAnyText = true)]
    public async Task<IActionResult> ShowChange(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/laws/{id}/change")] HttpRequest request, string id,
        CancellationToken cancel) => await forms.Open(request, Change(request, await own.Law(request, id, cancel)), cancel);

    /// <summary>POST /office/laws/{id}/change.</summary>
    [Function("SendOfficeLawChange")]
    [SitePage(CallerKind.State, CallerKind.Reader, TakesAnyText = true)]
    public async Task<IActionResult> SendChange(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/laws/{id}/change")] HttpRequest request, string id,
        CancellationToken cancel) => await forms.Turn(request, Change(request, await own.Law(request, id, cancel)), cancel);

    private static OfficeForm New(HttpRequest request) =>
        new(OfficeAccess.Offices(request)[0], "/office/laws/new", Given(request, "LEGISLATION"), null);

    // A sentence to begin with, which whoever knows better writes anew.
    private static OfficeForm None(HttpRequest request) => new(
        OfficeAccess.Offices(request)[0], "/office/laws/none",
        Given(request, "NO_SPECIFIC_LAW").With("law/titleOriginal", new Labels(Visits.Language(request))["Office.Law.None.Title"])
            .With("law/language", Visits.Language(request).Code()),
        null);

    private static OfficeForm Change(HttpRequest request, Law law) => new(
        OfficeAccess.Offices(request)[0], $"/office/laws/{law.LawId}/change", Given(request, "LAW_CHANGE").With("lawId", law.LawId), law);

    private static EditorValues Given(HttpRequest request, string task) =>
        EditorValues.Empty.With("state", OfficeAccess.State(request).Value).With("task", task);
}
