using System.Text.Json.Nodes;
using Hub.Functions.Access;
using Hub.Functions.Site;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Pages.Console.Fields;
using Hub.Pages.Office;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Laws;
using Hub.Register.Log;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Office;

/// <summary>The laws of an office's State in the library: they are right as they stand, or its State does not want one there.</summary>
public sealed class OfficeLawPages(SitePages pages, OfficeForms forms, OfficeAccess own, IIdentifiers ids)
{
    private const int LongestReason = 2000;

    /// <summary>GET /office/laws.</summary>
    [Function("ListOfficeLaws")]
    [SitePage(CallerKind.State, CallerKind.Reader)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/laws")] HttpRequest request, CancellationToken cancel)
    {
        var laws = await own.Laws(request, Visits.Language(request), cancel);
        return await pages.Show(request, visit => OfficeHtml.Laws(visit, laws));
    }

    /// <summary>GET /office/laws/{id}: what the library says of one.</summary>
    [Function("ShowOfficeLaw")]
    [SitePage(CallerKind.State, CallerKind.Reader)]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/laws/{id}")] HttpRequest request, string id,
        CancellationToken cancel) => await Page(request, await own.Law(request, id, cancel), null, [], StatusCodes.Status200OK);

    /// <summary>POST /office/laws/{id}/confirmation: it is right, as it was shown.</summary>
    [Function("ConfirmOfficeLaw")]
    [SitePage(CallerKind.State, CallerKind.Reader)]
    public async Task<IActionResult> Confirm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/laws/{id}/confirmation")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var (law, posted) = (await own.Law(request, id, cancel), await PostedForm.Of(request));
        return await Said(request, law, posted, [], cancel);
    }

    /// <summary>POST /office/laws/{id}/objection: the State does not want in the library what the Secretariat found.</summary>
    [Function("ObjectToOfficeLaw")]
    [SitePage(CallerKind.State)]
    public async Task<IActionResult> Object(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/laws/{id}/objection")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var (law, posted, labels) = (
            await own.Law(request, id, cancel), await PostedForm.Of(request), new Labels(Visits.Language(request)));
        var reason = posted.Lines("reason");
        if (!OfficeLaw.MayObject(law))
            return await Moved(request, law, reason);
        return TypedText.Wrong("reason", reason, LongestReason, labels, "Office.Object.Missing") is { } problem
            ? await Page(request, law, reason, [problem], StatusCodes.Status422UnprocessableEntity)
            : await Said(request, law, posted, new() { ["set"] = new JsonObject { ["listed"] = false } }, cancel);
    }

    private async Task<IActionResult> Said(
        HttpRequest request, Law law, PostedForm posted, JsonObject change, CancellationToken cancel)
    {
        var (office, reason, labels) = (
            OfficeAccess.Offices(request)[0], posted.Lines("reason"), new Labels(Visits.Language(request)));
        if (posted.Text("version") != $"{law.Version}")
            return await Moved(request, law, reason);
        change["lawId"] = law.LawId;
        var form = new JsonObject
        {
            ["state"] = law.State.Value, ["kind"] = NoticeKind.Legislation.Code(), ["language"] = office.Language.Code(),
            ["changes"] = new JsonArray(change),
        };
        if (reason is not null && change.ContainsKey("set"))
            form["text"] = reason;
        return await forms.Send(
            request, office, form, posted, posted.Text("key"),
            problems => Page(
                request, law, reason, [.. problems.Select(p => new FieldProblem(null, OfficeProblems.Said(p, labels)))],
                StatusCodes.Status422UnprocessableEntity),
            cancel);
    }

    private Task<IActionResult> Moved(HttpRequest request, Law law, string? reason) => Page(
        request, law, reason, [new(null, new Labels(Visits.Language(request))["Office.Law.Moved"])], StatusCodes.Status409Conflict);

    private Task<IActionResult> Page(HttpRequest request, Law law, string? reason, IReadOnlyList<FieldProblem> problems, int status)
    {
        var view = new OfficeLaw(law, ids.New(), request.Caller().Kind == CallerKind.State && OfficeLaw.MayObject(law)) { Reason = reason };
        return pages.Show(request, visit => OfficeHtml.Law(visit, view, problems), status);
    }
}
