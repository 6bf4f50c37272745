using System.Globalization;
using Hub.Functions.Access;
using Hub.Functions.Console;
using Hub.Functions.Lookup;
using Hub.Pages;
using Hub.Pages.Directory.Frame;
using Hub.Pages.Directory.Lists;
using Hub.Register.Log;
using Hub.Register.Lookup;
using Hub.Register.Records;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Directory;

/// <summary>States, and what changed.</summary>
public sealed class StatePages(
    DirectoryAnswers answers, StateCatalog states, PartyList parties, RecordLog log, IRegisterStore register, TimeProvider clock)
{
    private const int MostOfState = 10;
    private const int MostChanges = 200;
    private const int UsualDays = 90;

    private static readonly EventType[] Told =
    [
        EventType.AuthorityDesignated, EventType.AuthorityAmended, EventType.AuthorityConfirmed, EventType.AuthorityWithdrawn,
        EventType.TemporaryNoticeAnnounced, EventType.DataErased,
    ];

    /// <summary>GET /directory/states.</summary>
    [Function("ListStates")]
    [DirectoryPage]
    public Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "directory/states")] HttpRequest request) =>
        answers.Show(request, visit => DirectoryHtml.States(
            visit.Visit, [.. states.All.Select(s => Listed(visit, s.Alpha3)).OrderBy(s => s.Name, visit.Visit.Labels.Order)]));

    /// <summary>GET /directory/states/{code}.</summary>
    [Function("ShowStateOffices")]
    [DirectoryPage]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "directory/states/{code}")] HttpRequest request, string code,
        CancellationToken cancel)
    {
        if (Known(code) is not { } state)
            return await answers.Show(request, _ => null);
        if (state.Value != code)
            return DirectoryAnswers.Moved(request, DirectoryAddress.Of(state));
        var events = await Events(cancel);
        return await answers.Show(request, visit => DirectoryHtml.State(visit.Visit, View(visit, state, events), visit.Records));
    }

    /// <summary>GET /directory/{code}: what somebody writes who knows a State's code.</summary>
    [Function("LeadToState")]
    [DirectoryPage]
    public async Task<IActionResult> Lead(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "directory/{code}")] HttpRequest request, string code) =>
        Known(code) is { } state
            ? DirectoryAnswers.Moved(request, DirectoryAddress.Of(state))
            : await answers.Show(request, _ => null);

    /// <summary>GET /directory/changes.</summary>
    [Function("ListChanges")]
    [DirectoryPage]
    public async Task<IActionResult> Changes(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "directory/changes")] HttpRequest request, CancellationToken cancel)
    {
        var (events, today) = (await Events(cancel), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var asked = request.Asked("since");
        var isRead = DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since);
        return await answers.Show(request, visit =>
        {
            var day = isRead ? since : today.AddDays(-UsualDays);
            var changes = ChangesOf(visit, events, visit.Register.Authorities.Values.Select(a => a.Id))
                .Where(c => DateOnly.FromDateTime(c.At.UtcDateTime) >= day).ToList();
            return DirectoryHtml.Changes(
                visit.Visit, new(day, [.. changes.Take(MostChanges)], changes.Count) { IsUnread = asked is not null && !isRead },
                visit.Records);
        });
    }

    private StateCode? Known(string code) =>
        code.ToUpperInvariant() is var written && StateCode.IsWellFormed(written) && states.Contains(new(written)) ? new(written) : null;

    private async Task<RecordEvents> Events(CancellationToken cancel) =>
        await log.UpTo((await register.Read(ReadAuthorities.Fresh, cancel)).Head.Sequence, cancel);

    private StateOffices Listed(DirectoryVisit visit, StateCode state) => new(
        state, states[state].Name(visit.Language),
        [.. visit.Register.Of(state).Select(a => PublicOffice.Of(a, visit.Day)).Where(o => o.Functions.Count > 0)]);

    private StateView View(DirectoryVisit visit, StateCode state, RecordEvents events)
    {
        var (listed, facts, directory) = (Listed(visit, state), visit.Register.FactsOf(state), answers.Networks(visit));
        return new(listed, facts)
        {
            Laws = visit.Register.Laws.Values.Count(l => l.Listed && l.State == state),
            Networks = [.. directory.NetworksOf(state).Select(m => (directory.Find(m.Network)!, m)).Where(m => m.Item1 is not null)],
            Changes = [.. ChangesOf(visit, events, visit.Register.Of(state).Select(a => a.Id)).Take(MostOfState)],
            Missing = states[state].IsJurisdiction ? [] : [.. Pairs.Allowed.Where(p => IsMissing(p, listed, facts))],
        };
    }

    private bool IsMissing(Pair pair, StateOffices listed, StateFacts facts) =>
        !parties.IsKnownNotToBeParty(listed.State, pair.Instrument) && facts.NilDeclarations.All(n => n.Pair != pair)
        && !listed.Offices.SelectMany(o => o.Functions)
            .Any(f => f.Instrument == pair.Instrument && f.Article == pair.Article && f.Matter == pair.Matter);

    private IEnumerable<ChangedOffice> ChangesOf(DirectoryVisit visit, RecordEvents events, IEnumerable<string> records) =>
        from id in records
        from happened in events.Of(id).Where(e => Told.Contains(e.Type))
        orderby happened.Sequence descending
        let record = visit.Register.Authorities[id]
        select new ChangedOffice(
            happened.Time, happened.Type, states[record.State()].Name(visit.Language), PublicOffice.Of(record, visit.Day));
}
