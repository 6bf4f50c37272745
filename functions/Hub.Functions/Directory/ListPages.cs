using Hub.Functions.Access;
using Hub.Functions.Console;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages;
using Hub.Pages.Directory.Frame;
using Hub.Pages.Directory.Lists;
using Hub.Register.Json;
using Hub.Register.Lookup;
using Hub.Register.Records;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Directory;

/// <summary>Offices by instrument, by words, those that answer day and night; and how many there are.</summary>
public sealed class ListPages(DirectoryAnswers answers, StateLookup finder, StateCatalog states, SearchWords words)
{
    private const int MostFound = 50;
    private readonly OfficeSearch _search = new(finder, FunctionWords.All);

    /// <summary>
    /// GET /directory/search: for who has signed in by the words that stand encrypted in the address. What stands there in clear finds
    /// nothing but what everybody may see.
    /// </summary>
    [Function("SearchAuthorities")]
    [DirectoryPage]
    public Task<IActionResult> Search(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "directory/search")] HttpRequest request)
    {
        var typed = request.Asked(SearchWords.Field, SearchWords.Longest);
        var text = typed ?? request.Asked("q", SearchWords.Longest);
        return answers.Show(request, visit =>
        {
            var found = text is null
                ? [] : _search.Find(visit.Register, text, visit.Day, withNames: visit.Records is not null && typed is not null);
            return DirectoryHtml.Search(
                visit.Visit, text, [.. found.Take(MostFound).Select(f => (f, Name(f.Office.Record.State, visit)))], found.Count,
                visit.Records);
        });
    }

    /// <summary>POST /directory/search: what a reader types may be a person's name, and stands in no address as it was typed.</summary>
    [Function("TakeSearchWords")]
    [SitePage(CallerKind.Secretariat, CallerKind.Reader, CallerKind.State)]
    public async Task<IActionResult> Take(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "directory/search")] HttpRequest request, CancellationToken cancel) =>
        SitePages.SeeOther(
            request,
            (await PostedForm.Of(request)).Text(SearchWords.Field) is { Length: <= SearchWords.Longest } typed
                ? $"{DirectoryAddress.Search}?{SearchWords.Field}={await words.Seal(request.Caller(), typed, cancel)}"
                : DirectoryAddress.Search);

    /// <summary>GET /directory/day-and-night.</summary>
    [Function("ListAuthoritiesDayAndNight")]
    [DirectoryPage]
    public Task<IActionResult> DayAndNight(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "directory/day-and-night")] HttpRequest request) => answers.Show(request, visit => DirectoryHtml.DayAndNight(
            visit.Visit,
            // Who has a number is for readers; who is designated for it everyone may know.
            visit.Records is { } records
                ? ByState(visit, o => Opening.NumberDayAndNight(records.Authorities[o.Id].Restricted) is not null)
                : ByState(visit, o => o.Functions.Any(f => f.Function == DesignationFunction.Contact247)),
            visit.Records));

    /// <summary>GET /directory/instruments.</summary>
    [Function("ListInstruments")]
    [DirectoryPage]
    public Task<IActionResult> Instruments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "directory/instruments")] HttpRequest request) => answers.Show(request, visit => DirectoryHtml.Instruments(
            visit.Visit,
            [.. Enum.GetValues<Instrument>().Select(i => (i, ByState(visit, o => o.Functions.Any(f => f.Instrument == i)).Count))]));

    /// <summary>GET /directory/instruments/{code}.</summary>
    [Function("ShowInstrument")]
    [DirectoryPage]
    public async Task<IActionResult> Instrument(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "directory/instruments/{code}")] HttpRequest request, string code)
    {
        if (!Codes.TryParse<Instrument>(code.ToUpperInvariant(), out var instrument))
            return await answers.Show(request, _ => null);
        return instrument.Code() == code
            ? await answers.Show(request, visit => DirectoryHtml.Instrument(
                visit.Visit, instrument, ByState(visit, o => o.Functions.Any(f => f.Instrument == instrument)), visit.Records))
            : DirectoryAnswers.Moved(request, DirectoryAddress.Of(instrument));
    }

    /// <summary>GET /directory/coverage.</summary>
    [Function("ShowDirectoryCoverage")]
    [DirectoryPage]
    public Task<IActionResult> Coverage(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "directory/coverage")] HttpRequest request) => answers.Show(request, visit =>
    {
        var all = states.All.Where(s => !s.IsJurisdiction).ToList();
        var with = ByState(visit, _ => true)
            .ToDictionary(s => s.State, s => s.Offices.SelectMany(o => o.Functions).Select(f => f.Matter).ToHashSet());
        return DirectoryHtml.Coverage(visit.Visit, new(
            all.Count,
            [.. Enum.GetValues<Matter>().Select(m => (m, all.Count(s => with.GetValueOrDefault(s.Alpha3)?.Contains(m) == true)))],
            [.. states.Subregions.Select(r => all.Where(s => s.Subregion == r).ToList() is var there
                ? (r, there.Count(s => with.ContainsKey(s.Alpha3)), there.Count) : default).Where(r => r.Count > 0)]));
    });

    private IReadOnlyList<StateOffices> ByState(DirectoryVisit visit, Func<PublicOffice, bool> isWanted) =>
    [
        .. visit.Register.Authorities.Values.Select(a => PublicOffice.Of(a, visit.Day)).Where(o => o.Functions.Count > 0 && isWanted(o))
            .OrderBy(o => o.Id, StringComparer.Ordinal).GroupBy(o => o.Record.State)
            .Select(g => new StateOffices(g.Key, Name(g.Key, visit), [.. g])).OrderBy(s => s.Name, visit.Visit.Labels.Order),
    ];

    private string Name(StateCode state, DirectoryVisit visit) => states[state].Name(visit.Language);
}
