using Hub.Functions.Access;
using Hub.Functions.Console;
using Hub.Functions.Directory;
using Hub.Functions.Site;
using Hub.Pages.Laws;
using Hub.Pages.Laws.Frame;
using Hub.Pages.Laws.Lists;
using Hub.Register.Laws;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Laws;

/// <summary>Finding laws.</summary>
public sealed class FindLaws(DirectoryAnswers answers, LawFilters filters, LawSearch search, StateCatalog states)
{
    internal const int PageSize = 25;
    private const int MostNew = 5;

    /// <summary>GET /laws.</summary>
    [Function("ShowLaws")]
    [PublicPage]
    public Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "laws")] HttpRequest request) => answers.Show(request, visit =>
    {
        var (filter, problems) = filters.Read(request, visit.Visit.Labels);
        var found = problems.Count > 0 ? [] : search.Find(visit.Register.Laws.Values, filter.Query, visit.Language);
        var (range, page) = request.Page(found, filter.Address, PageSize);
        var isAll = filter.IsEmpty && problems.Count == 0;
        return LawsHtml.Find(visit.Visit, new(filter, range, Listed(page, visit.Language))
        {
            Problems = problems, Regions = states.Subregions, Held = found.Count, States = found.Select(l => l.State).Distinct().Count(),
            Newest = isAll && range is { Number: 1, Total: > MostNew } ? Listed(Newest(found), visit.Language) : [],
        });
    });

    /// <summary>GET /laws/list.csv: what was found, as a table for programs.</summary>
    [Function("SaveLaws")]
    [PublicPage]
    public async Task<IActionResult> Save(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "laws/list.csv")] HttpRequest request)
    {
        var visit = await answers.Visit(request);
        var (filter, problems) = filters.Read(request, visit.Visit.Labels);
        if (problems.Count > 0)
            return SitePages.SeeOther(request, $"{LawAddress.Home}{request.QueryString}");
        var found = search.Find(visit.Register.Laws.Values, filter.Query, visit.Language);
        return ListQuery.Csv(LawsCsv.Write(Listed(found, visit.Language), visit.Language), "laws");
    }

    private static IEnumerable<Law> Newest(IEnumerable<Law> laws) =>
        laws.OrderByDescending(l => l.LastUpdated).ThenBy(l => l.LawId, StringComparer.Ordinal).Take(MostNew);

    private IReadOnlyList<ListedLaw> Listed(IEnumerable<Law> laws, Language language) =>
        [.. laws.Select(l => new ListedLaw(l, states[l.State].Name(language)))];
}
