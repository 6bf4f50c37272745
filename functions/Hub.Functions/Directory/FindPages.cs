using Hub.Functions.Access;
using Hub.Functions.Console;
using Hub.Pages;
using Hub.Pages.Directory.Frame;
using Hub.Pages.Directory.Results;
using Hub.Pages.Site;
using Hub.Register.Log;
using Hub.Register.Lookup;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Directory;

/// <summary>Finding who is competent: State, matter, instrument and article.</summary>
public sealed class FindPages(DirectoryAnswers answers, StateLookup finder, StateCatalog states, PartyList parties)
{
    private const int MostSimilar = 3;
    private const int MostOthers = 4;

    /// <summary>GET /directory.</summary>
    [Function("ShowDirectory")]
    [DirectoryPage]
    public Task<IActionResult> Home(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "directory")] HttpRequest request) =>
        answers.Show(request, visit => DirectoryHtml.Home(visit.Visit, visit.Records is null));

    /// <summary>GET /directory/find: the next question, or who is competent.</summary>
    [Function("FindAuthorities")]
    [DirectoryPage]
    public Task<IActionResult> Find(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "directory/find")] HttpRequest request)
    {
        var typed = request.Asked("state");
        var found = finder.Find(typed);
        var choice = Choice(request, found, typed);
        return answers.Show(request, visit => choice switch
        {
            { State: null } => DirectoryHtml.WhichState(
                visit.Visit, choice, Named(found.Others, visit), isEmpty: typed is null && request.Query.ContainsKey("state")),
            { Matter: null } => DirectoryHtml.WhichMatter(
                visit.Visit, choice, Name(choice.State.Value, visit), Named(found.Others.Take(MostSimilar), visit),
                Matters(visit, choice.State.Value)),
            _ when visit.Records is { } records => DirectoryHtml.FoundForReaders(Clocked(visit, choice), new(
                View(visit, choice, found, request),
                Competence.ForReaders(records, choice.Request!, visit.Day, choice.Language, choice.IsUrgent),
                Others(visit, choice, records))),
            _ => DirectoryHtml.FoundForAll(visit.Visit, View(visit, choice, found, request)),
        });
    }

    private FindChoice Choice(HttpRequest request, StateFound found, string? typed)
    {
        var matter = request.Asked<Matter>("matter");
        var under = request.Asked("under");
        return new()
        {
            State = found.State?.Alpha3, Typed = found is { State: not null, IsExact: true } ? null : typed, Matter = matter,
            Under = Pairs.Allowed.FirstOrDefault(p => p.Matter == matter && FindChoice.CodeOf(p) == under),
            Language = request.Asked("language") is { } tag && LanguageTags.IsKnown(tag) ? tag : null,
            From = finder.Find(request.Asked("from")).State?.Alpha3, IsUrgent = request.Asked("urgent") == "true",
        };
    }

    // Who asks for another State sees the times by that one's clock.
    private static Visit Clocked(DirectoryVisit visit, FindChoice choice) => choice.From is { } from
        ? visit.Visit with { ReadersZone = DirectoryAnswers.Zone(visit.Register, from) ?? visit.Visit.ReadersZone }
        : visit.Visit;

    private static IReadOnlyList<Authority> Others(DirectoryVisit visit, FindChoice choice, RegisterSnapshot records) =>
        Competence.Find(visit.Register, choice.Request!, visit.Day).Count > 0 ? []
            : [.. Competence.OthersForReaders(records, choice.State!.Value, visit.Day, visit.Visit.Now).Take(MostOthers)];

    private FoundView View(DirectoryVisit visit, FindChoice choice, StateFound found, HttpRequest request)
    {
        var (state, matter) = (choice.State!.Value, choice.Matter!.Value);
        var offices = Competence.Find(visit.Register, choice.Request!, visit.Day);
        var bases = Competence.Bases(matter, parties, state, choice.From);
        return new(choice, Name(state, visit), offices)
        {
            FromName = choice.From is { } from ? Name(from, visit) : null,
            UnknownFrom = choice.From is null ? request.Asked("from") : null,
            Nil = [.. visit.Register.FactsOf(state).NilDeclarations.Where(n => n.Pair.Matter == matter)],
            Bases = bases,
            SimilarStates = Named(found.Others.Take(MostSimilar), visit),
            OtherOffices = offices.Count > 0 ? [] : [.. Competence.Others(visit.Register, state, visit.Day).Take(MostOthers)],
            Elsewhere = offices.Count > 0 || choice.Under is null ? [] : [.. bases.Where(p => IsDesignated(visit, state, p))],
            Networks = Networks(visit, choice),
        };
    }

    private static bool IsDesignated(DirectoryVisit visit, StateCode state, Pair pair) =>
        Competence.Find(visit.Register, new(state, pair.Matter, pair.Instrument, pair.Article), visit.Day).Count > 0;

    private IReadOnlyList<Network> Networks(DirectoryVisit visit, FindChoice choice)
    {
        var directory = answers.Networks(visit);
        var of = new Connections(directory);
        return choice.From is { } from && from != choice.State
            ? of.Shared(from, choice.State!.Value)
            : [.. directory.NetworksOf(choice.State!.Value).Select(m => directory.Find(m.Network)).OfType<Network>()];
    }

    private static IReadOnlyList<Matter> Matters(DirectoryVisit visit, StateCode state) =>
    [
        .. visit.Register.Of(state).SelectMany(a => a.Restricted.HoldingOn(visit.Day)).Select(d => d.Matter).Distinct().Order(),
    ];

    private static IReadOnlyList<(StateCode State, string Name)> Named(IEnumerable<State> states, DirectoryVisit visit) =>
        [.. states.Select(s => (s.Alpha3, s.Name(visit.Language)))];

    private string Name(StateCode state, DirectoryVisit visit) => states[state].Name(visit.Language);
}
