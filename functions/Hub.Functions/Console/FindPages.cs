using Hub.Functions.Access;
using Hub.Functions.Site;
using Hub.Pages.Console.Lists;
using Hub.Pages.Site;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console;

/// <summary>Takes what was chosen and typed in the filter of any list, and leads on to that list.</summary>
public sealed class FindPages(SearchWords words)
{
    /// <summary>POST /console/find.</summary>
    [Function("FindInList")]
    [PageAccess]
    public async Task<IActionResult> Find(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/find")] HttpRequest request, CancellationToken cancel)
    {
        var form = await PostedForm.Of(request);
        var list = form.Text(FormNames.List) is { } path && path.StartsWith("/console/", StringComparison.Ordinal)
            ? Visits.Local(path) : "/console";
        var typed = form.Text(SearchWords.Field) is { Length: <= SearchWords.Longest } text
            ? await words.Seal(request.Caller(), text, cancel) : null;
        var chosen = form.Values.Where(v => v.Key is not (FormNames.List or SearchWords.Field) && v.Value.Length > 0)
            .Select(v => (v.Key, (string?)v.Value));
        return SitePages.SeeOther(request, PageRange.AddressOf(list.Split('?')[0], [.. chosen, (SearchWords.Field, typed)]));
    }
}
