using Hub.Delivery.Confirmations;
using Hub.Functions.Access;
using Hub.Functions.Recipients;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Pages.Console.Fields;
using Hub.Pages.Office;
using Hub.Register.Log;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Office;

/// <summary>The first page of an office, and what it wants to be told.</summary>
public sealed class OfficePages(SitePages pages, OfficeAccess own, RecipientDirectory recipients, StateCatalog states, IIdentifiers ids)
{
    private const int MostNotices = 50;

    /// <summary>GET /office.</summary>
    [Function("ShowOffice")]
    [SitePage(CallerKind.State, CallerKind.Reader)]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office")] HttpRequest request, CancellationToken cancel) =>
        await Page(request, [], cancel);

    /// <summary>The page, with what is wrong with a form that was sent from it.</summary>
    internal async Task<IActionResult> Page(HttpRequest request, IReadOnlyList<FieldProblem> problems, CancellationToken cancel)
    {
        var language = Visits.Language(request);
        var records = await own.Records(request, language, cancel);
        var notices = await own.Notices(request, MostNotices, cancel);
        var view = new OfficeView(
            states[OfficeAccess.State(request)].Name(language),
            [.. records.Select(r => (r, UpkeepPolicy.LastConfirmed(r.Upkeep)))], notices)
        {
            Key = ids.New(), Laws = (await own.Laws(request, language, cancel)).Count,
            Known = await own.Known(request, cancel),
            Waiting = notices.Where(n => OfficeAccess.IsWaiting(request, n)).Select(n => n.Id).ToHashSet(),
        };
        return await pages.Show(
            request, visit => OfficeHtml.Office(visit, view, problems),
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    /// <summary>GET /office/preferences.</summary>
    [Function("ShowOfficePreferences")]
    [SitePage(CallerKind.State, CallerKind.Reader)]
    public async Task<IActionResult> ShowPreferences(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "office/preferences")] HttpRequest request,
        CancellationToken cancel)
    {
        var chosen = (await recipients.ChoiceOf(OfficeAccess.Offices(request)[0].Id, cancel)).Preferences;
        var language = Visits.Language(request);
        IReadOnlyList<(StateCode, string)> names =
        [
            .. states.All.Select(s => (s.Alpha3, Name: s.Name(language)))
                .OrderBy(s => s.Name, StringComparer.Create(language.Culture(), false)),
        ];
        return await pages.Show(request, visit => OfficeHtml.Preferences(visit, chosen, names));
    }

    /// <summary>POST /office/preferences: for all offices at the address.</summary>
    [Function("SaveOfficePreferences")]
    [SitePage(CallerKind.State, CallerKind.Reader)]
    public async Task<IActionResult> SavePreferences(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "office/preferences")] HttpRequest request, CancellationToken cancel)
    {
        var form = await PostedForm.Of(request);
        var chosen = PreferencesForm.Read(form.Text("cadence"), form.All("states"), form.All("matters"));
        foreach (var office in OfficeAccess.Offices(request))
            await recipients.Choose(office.Id, chosen, cancel);
        return SitePages.SeeOther(request, "/office/preferences", "OFFICE_PREFERENCES");
    }
}
