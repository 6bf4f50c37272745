using Hub.Functions.Access;
using Hub.Functions.Console;
using Hub.Functions.Directory;
using Hub.Functions.Errors;
using Hub.Pages.Laws;
using Hub.Pages.Laws.Frame;
using Hub.Pages.Laws.Lists;
using Hub.Register.Json;
using Hub.Register.Laws;
using Hub.Register.Records;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Laws;

/// <summary>The library by State, by article and by region.</summary>
public sealed class LawLists(DirectoryAnswers answers, LawSearch search, LawCoverage coverage, StateCatalog states)
{
    /// <summary>GET /laws/states.</summary>
    [Function("ListLawStates")]
    [PublicPage]
    public Task<IActionResult> States(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "laws/states")] HttpRequest request) => answers.Show(request, visit =>
    {
        var held = Laws(visit).CountBy(l => l.State).ToDictionary();
        return LawsHtml.States(visit.Visit, Named(states.All, visit, s => held.GetValueOrDefault(s.Alpha3)));
    });

    /// <summary>GET /laws/states/{code}.</summary>
    [Function("ShowLawsOfState")]
    [PublicPage]
    public async Task<IActionResult> State(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "laws/states/{code}")] HttpRequest request, string code)
    {
        if (code.ToUpperInvariant() is var written && (!StateCode.IsWellFormed(written) || !states.Contains(new(written))))
            throw Missing();
        var state = states[new(written)];
        if (written != code)
            return DirectoryAnswers.Moved(request, LawAddress.Of(state.Alpha3));
        return await answers.Show(request, visit =>
        {
            var laws = search.Find(visit.Register.Laws.Values, new() { State = state.Alpha3 }, visit.Language);
            var (range, page) = request.Page(laws, LawAddress.Of(state.Alpha3), FindLaws.PageSize);
            var name = state.Name(visit.Language);
            return LawsHtml.State(visit.Visit, new(
                state.Alpha3, name, range, [.. page.Select(l => new ListedLaw(l, name))],
                state.IsJurisdiction ? [] : coverage.Missing(laws, state.Alpha3, visit.Day)));
        });
    }

    /// <summary>GET /laws/articles.</summary>
    [Function("ListLawArticles")]
    [PublicPage]
    public Task<IActionResult> ArticleList(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "laws/articles")] HttpRequest request) => answers.Show(request, visit =>
    {
        var named = from law in Laws(visit)
                    where law.Type != LawType.NoSpecificLaw && !LawSearch.IsRepealed(law, visit.Day)
                    from article in law.Provisions.SelectMany(p => p.Articles)
                    select (article.Instrument, article.Article, law.State);
        var counts = named.Distinct().CountBy(n => (n.Instrument, n.Article)).ToDictionary();
        return LawsHtml.Articles(visit.Visit,
        [
            .. counts.Keys.Union(LawCoverage.Wanted.Select(w => (w.Instrument, w.Article)))
                .OrderBy(a => a.Instrument).ThenBy(a => a.Article.Length).ThenBy(a => a.Article, StringComparer.Ordinal)
                .Select(a => new ArticleCount(a.Instrument, a.Article, counts.GetValueOrDefault(a))),
        ]);
    });

    /// <summary>GET /laws/articles/{instrument}/{article}.</summary>
    [Function("ShowLawArticle")]
    [PublicPage]
    public async Task<IActionResult> Article(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "laws/articles/{instrument}/{article}")] HttpRequest request,
        string instrument, string article)
    {
        if (!Codes.TryParse<Instrument>(instrument, out var of) || !Articles.Has(new(of, article)))
            throw Missing();
        if (of.Code() != instrument)
            return DirectoryAnswers.Moved(request, LawAddress.Of(of, article));
        return await answers.Show(request, visit =>
        {
            var found = coverage.Of(visit.Register.Laws.Values, of, article, visit.Day);
            var laws = found.With.ToDictionary(w => w.State.Alpha3, w => w.Laws);
            var regions = found.With.GroupBy(w => w.State.Subregion, w => w.State).ToDictionary(g => g.Key ?? "", g => g.ToList());
            return LawsHtml.Article(visit.Visit, new(
                of, article,
                [
                    .. states.Subregions.Append("").Where(regions.ContainsKey)
                        .Select(r => (r.Length > 0 ? r : null, Named(regions[r], visit, s => laws[s.Alpha3]))),
                ],
                Named(found.NoSpecificLaw, visit), Named(found.Missing, visit), Named(found.NotParties, visit)));
        });
    }

    /// <summary>GET /laws/regions.</summary>
    [Function("ListLawRegions")]
    [PublicPage]
    public Task<IActionResult> Regions(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "laws/regions")] HttpRequest request) => answers.Show(request, visit =>
    {
        var held = Laws(visit).Where(l => l.Type != LawType.NoSpecificLaw).CountBy(l => l.State).ToDictionary();
        var all = states.All.Where(s => !s.IsJurisdiction || held.ContainsKey(s.Alpha3)).ToLookup(s => s.Subregion);
        return LawsHtml.Regions(visit.Visit,
        [
            .. states.Subregions.Where(r => all[r].Any()).Select(r => new RegionLaws(
                r, all[r].Count(s => held.ContainsKey(s.Alpha3)), all[r].Count(), all[r].Sum(s => held.GetValueOrDefault(s.Alpha3)))),
        ]);
    });

    internal static ApiException Missing() => new(404, "No such page", "The first page of the library is /laws.");

    private static IEnumerable<Law> Laws(DirectoryVisit visit) => visit.Register.Laws.Values.Where(l => l.Listed);

    private static IReadOnlyList<StateLaws> Named(IEnumerable<State> states, DirectoryVisit visit, Func<State, int>? laws = null) =>
    [
        .. states.Select(s => new StateLaws(s.Alpha3, s.Name(visit.Language), laws?.Invoke(s) ?? 0)).OrderBy(s => s.Name, visit.Visit.Labels.Order),
    ];
}
