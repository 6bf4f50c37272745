using System.Globalization;
using Hub.Functions.Access;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages;
using Hub.Pages.Console.Fields;
using Hub.Pages.Console.People;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.People;

/// <summary>
/// Gives keys out. A key stands on the page that answers the form and nowhere else: loading that page sends the form again, which is taken
/// once only.
/// </summary>
public sealed class IssueKeyPages(SitePages pages, KeyService service, IPartnerStore partners, StateChoices states)
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>GET /console/people/keys/new.</summary>
    [Function("ShowNewKey")]
    [PageAccess(SecretariatRoles.Administrator)]
    public Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/people/keys/new")] HttpRequest request) =>
        pages.Show(request, visit => PeopleHtml.NewKey(visit, new(null, null, null, null, null), states.In(visit.Language), []));

    /// <summary>POST /console/people/keys: the response shows the key, this once.</summary>
    [Function("TakeNewKey")]
    [PageAccess(SecretariatRoles.Administrator)]
    public async Task<IActionResult> Issue(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/people/keys")] HttpRequest request, CancellationToken cancel)
    {
        var form = await PostedForm.Of(request);
        var labels = new Labels(Visits.Language(request));
        var draft = new KeyDraft(form.Text("kind"), form.Text("name"), form.Text("state"), form.Text("role"), form.Text("end"));
        var problems = new List<FieldProblem>();
        if (!Codes.TryParse<CallerKind>(draft.Kind, out var kind))
            problems.Add(new("kind", labels["People.New.NoKind"]));
        if (!TryEnd(draft.End, out var end))
            problems.Add(new("end", labels["People.New.BadDay"]));
        // What a partner is sent goes by its name: a key of another name would get nothing.
        if (kind == CallerKind.Partner && draft.Name is { } name && await partners.Find(name, cancel) is not { RevokedAt: null })
            problems.Add(new("name", labels["People.New.NoPartner"]));
        if (problems.Count > 0)
            return await Again(request, draft, problems);
        var asked = new Caller(draft.Name ?? "", kind, StateOf(draft), Codes.TryParse<OfficeRole>(draft.Role, out var role) ? role : null);
        // Only where a key was made is the form taken: whoever mends a mistake, or met a fault of the hub's, sends the same one.
        return await service.IssueOnce(form.Token!, request.Caller(), asked, end, cancel) switch
        {
            KeyResult.Given(var issued) => await Shown(request, issued),
            KeyResult.GivenBefore => await pages.Show(request, PeopleHtml.SentBefore, StatusCodes.Status409Conflict),
            KeyResult.Refused(var why) => await Again(request, draft, [new(KeyWords.Field(why), KeyWords.Of(why, labels))]),
            var other => throw new NotSupportedException(other.GetType().Name),
        };
    }

    private Task<IActionResult> Shown(HttpRequest request, IssuedKey issued)
    {
        request.Acted(ActionKind.KeyIssued, issued.Key.Id);
        return pages.Show(
            request, visit => PeopleHtml.Shown(visit, issued, states.Of(issued.Key.Caller.State, visit.Language), null));
    }

    private Task<IActionResult> Again(HttpRequest request, KeyDraft draft, IReadOnlyList<FieldProblem> problems) => pages.Show(
        request, visit => PeopleHtml.NewKey(visit, draft, states.In(visit.Language), problems), StatusCodes.Status422UnprocessableEntity);

    // What is no code is no State that there is, and is refused as such.
    private static StateCode? StateOf(KeyDraft draft) => draft.State switch
    {
        null => null,
        { } text when StateCode.IsWellFormed(text) => new StateCode(text),
        _ => new StateCode("ZZZ"),
    };

    // The whole of that day.
    private static bool TryEnd(string? text, out DateTimeOffset? end)
    {
        var isDay = DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day < DateOnly.MaxValue;
        end = isDay ? new(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null;
        return isDay || text is null;
    }
}
