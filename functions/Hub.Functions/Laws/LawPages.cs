using Hub.Functions.Access;
using Hub.Functions.Console;
using Hub.Functions.Directory;
using Hub.Functions.Http;
using Hub.Functions.Lookup;
using Hub.Pages.Laws;
using Hub.Pages.Laws.Frame;
using Hub.Pages.Laws.Lists;
using Hub.Pages.Laws.One;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Lookup;
using Hub.Register.Records;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Laws;

/// <summary>A law, and what is new.</summary>
public sealed class LawPages(
    DirectoryAnswers answers, StateCatalog states, PartyList parties, RecordLog log, IRegisterStore register, ILinkCheckStore links,
    SignInSettings settings)
{
    private const int MostEntries = 50;

    /// <summary>GET /laws/{id}: the present version, or the one that is asked for.</summary>
    [Function("ShowLaw")]
    [PublicPage]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "laws/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var snapshot = await register.Read(ReadAuthorities.Fresh, cancel);
        if (snapshot.Laws.GetValueOrDefault(id) is not { Listed: true } law)
            throw LawLists.Missing();
        if (request.Query.ContainsKey("version"))
            law = await register.ReadLaw(id, request.AskedNumber("version", 0), cancel) ?? throw LawLists.Missing();
        var events = await log.UpTo(snapshot.Head.Sequence, cancel);
        var checks = await LawJson.Checks(links, cancel);
        return await answers.Show(request, visit => LawsHtml.Law(visit.Visit, View(visit, law, events, checks.GetValueOrDefault(law.LawId))));
    }

    /// <summary>GET /laws/feed: what came in, the newest first.</summary>
    [Function("FollowLaws")]
    [PublicPage]
    public async Task<IActionResult> Feed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "laws/feed")] HttpRequest request, CancellationToken cancel)
    {
        var visit = await answers.Visit(request);
        var events = await log.UpTo(visit.Register.Head.Sequence, cancel);
        var entries = visit.Register.Laws.Values.Where(l => l.Listed)
            .SelectMany(l => events.Of(l.LawId).Select(e => (new ListedLaw(l, states[l.State].Name(visit.Language)), e)))
            .OrderByDescending(e => e.e.Sequence).Take(MostEntries).ToList();
        return new PageResponse(new(
            "laws/feed", LawFeed.MediaType, LawFeed.Write(entries, visit.Language, settings.Home, visit.Visit.Now)));
    }

    private LawView View(DirectoryVisit visit, Law law, RecordEvents events, LinkCheck? check) =>
        new(law, states[law.State].Name(visit.Language), visit.Register.Laws[law.LawId].Version)
        {
            Versions = [.. events.Of(law.LawId).Reverse().Select(e => new LawVersion(e.Version ?? 0, e.Time, e.Changed))],
            Link = LinkStanding.Of(law, check),
            Others = (law.Relations ?? []).Select(r => r.Law).Append(law.RepealedBy ?? "").Distinct()
                .Select(id => visit.Register.Laws.GetValueOrDefault(id)).OfType<Law>().Where(l => l.Listed)
                .ToDictionary(l => l.LawId, l => LawTitle.Of(l, visit.Language).Short()),
            NotParty =
            [
                .. law.Provisions.SelectMany(p => p.Articles).Select(a => a.Instrument).Distinct().Order()
                    .Where(i => parties.IsKnownNotToBeParty(law.State, i)),
            ],
        };
}
