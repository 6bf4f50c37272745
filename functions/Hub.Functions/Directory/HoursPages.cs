using Hub.Functions.Access;
using Hub.Functions.Console;
using Hub.Pages;
using Hub.Pages.Directory.Hours;
using Hub.Register.Lookup;
using Hub.Register.Records;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Directory;

/// <summary>When several offices are open at once.</summary>
public sealed class HoursPages(DirectoryAnswers answers, StateLookup finder, StateCatalog states)
{
    private const int MostChoices = 30;

    /// <summary>GET /directory/hours: hours are the records', so everybody else is told how to see them.</summary>
    [Function("CompareOfficeHours")]
    [DirectoryPage]
    public Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "directory/hours")] HttpRequest request) =>
        answers.Show(request, visit => visit.Records is null
            ? DirectoryHtml.HoursForAll(visit.Visit)
            : DirectoryHtml.HoursForReaders(visit.Visit, View(visit, request)));

    private HoursView View(DirectoryVisit visit, HttpRequest request)
    {
        var offices = request.Query["office"].OfType<string>().Distinct()
            .Select(id => visit.Register.Authorities.GetValueOrDefault(id))
            .OfType<Authority>().Take(SharedHours.MostOffices).ToList();
        var (typed, found) = (request.Asked("state"), finder.Find(request.Asked("state")));
        return new(
            [.. offices.Select(o => (o, Name(o.State())))], SharedHours.Of([.. offices.Select(o => o.Restricted)], visit.Visit.Now))
        {
            Typed = typed,
            StateName = found.State is { } state ? Name(state.Alpha3) : null,
            Choices = found.State is { } of ? [.. Offices(of.Alpha3).Except(offices).Take(MostChoices)] : [],
            Similar = [.. found.Others.Select(s => (s.Alpha3, s.Name(visit.Language)))],
        };

        IEnumerable<Authority> Offices(StateCode of) => visit.Register.Of(of).Where(a => a.Restricted.HoldingOn(visit.Day).Any())
            .OrderBy(a => a.Name(visit.Language), visit.Visit.Labels.Order);

        string Name(StateCode of) => states[of].Name(visit.Language);
    }
}
