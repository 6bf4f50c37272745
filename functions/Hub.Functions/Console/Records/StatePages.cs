using Hub.Functions.Access;
using Hub.Functions.Site;
using Hub.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Records;

/// <summary>States, as the Secretariat sees them.</summary>
public sealed class StatePages(SitePages pages, StateDetails details, StateChoices choices)
{
    /// <summary>GET /console/states/{code}.</summary>
    [Function("ShowStateOfConsole")]
    [PageAccess]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/states/{code}")] HttpRequest request, string code,
        CancellationToken cancel)
    {
        if (choices.Find(code?.ToUpperInvariant()) is not { } state)
            return await pages.Show(request, visit => RecordsHtml.Missing(visit, isState: true), StatusCodes.Status404NotFound);
        var detail = await details.Of(state, request.AskedNumber("page", 1), Visits.Language(request), cancel);
        return await pages.Show(request, visit => RecordsHtml.State(visit, detail));
    }
}
