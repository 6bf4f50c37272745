using Hub.Functions.Access;
using Hub.Functions.Site;
using Hub.Pages;
using Hub.Pages.Console.Wording;
using Hub.Pages.Texts;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Operations;

/// <summary>The texts of the hub's pages and mails, and which of them no person has reviewed yet.</summary>
public sealed class WordingPages(SitePages pages)
{
    /// <summary>GET /console/operations/texts.</summary>
    [Function("ShowTexts")]
    [PageAccess]
    public Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/operations/texts")] HttpRequest request)
    {
        var choice = Choice(request);
        var (range, texts) = request.Page(Chosen(choice), choice.Address());
        return pages.Show(request, v => OperationsHtml.Texts(v, new(choice, range, texts, WordingList.Count(Wording.All))));
    }

    /// <summary>GET /console/operations/texts/list.csv: for whoever reviews them.</summary>
    [Function("ExportTexts")]
    [PageAccess]
    public static IActionResult Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/operations/texts/list.csv")] HttpRequest request) =>
        ListQuery.Csv(OperationsHtml.TextsCsv(Chosen(Choice(request))), "texts");

    private static WordingChoice Choice(HttpRequest request) => new(request.Asked<Language>("language"), request.Asked("all") == "yes");

    private static IReadOnlyList<WrittenText> Chosen(WordingChoice choice) => [.. Wording.All.Where(choice.Shows)];
}
