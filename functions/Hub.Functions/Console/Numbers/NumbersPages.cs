using Hub.Functions.Access;
using Hub.Functions.Site;
using Hub.Notices.Numbers;
using Hub.Pages;
using Hub.Pages.Console.Numbers;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Numbers;

/// <summary>Numbers a manager asks for.</summary>
public sealed class NumbersPages(SitePages pages, NumbersSource numbers)
{
    /// <summary>GET /console/numbers?from=…&amp;to=….</summary>
    [Function("ShowNumbers")]
    [PageAccess]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/numbers")] HttpRequest request, CancellationToken cancel)
    {
        var view = await View(request, Visits.Language(request), cancel);
        return await pages.Show(request, visit => NumbersHtml.Numbers(visit, view));
    }

    /// <summary>GET /console/numbers/{name}: one of its tables for programs, such as <c>states.csv</c>.</summary>
    [Function("ExportNumbers")]
    [PageAccess]
    public async Task<IActionResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/numbers/{name}")] HttpRequest request, string name,
        CancellationToken cancel)
    {
        foreach (var table in Enum.GetValues<NumbersTable>())
            if (name == $"{NumbersAddress.Name(table)}{NumbersAddress.Ending}")
            {
                var view = await View(request, Language.English, cancel);
                return ListQuery.Csv(NumbersHtml.Csv(view, table), NumbersAddress.File(table, view.Span)[..^NumbersAddress.Ending.Length]);
            }
        return SitePages.SeeOther(request, NumbersAddress.Page);
    }

    private Task<NumbersView> View(HttpRequest request, Language language, CancellationToken cancel)
    {
        Month? Asked(string name) => Month.TryParse(request.Query[name], out var month) ? month : null;
        return numbers.Of(Asked("from"), Asked("to"), language, cancel);
    }
}
