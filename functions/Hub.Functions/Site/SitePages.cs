using Hub.Functions.Http;
using Hub.Pages.Site;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Functions.Site;

/// <summary>Pages as responses.</summary>
public sealed class SitePages(Visits visits)
{
    /// <summary>A page, as it is made for a visit.</summary>
    public async Task<IActionResult> Show(HttpRequest request, Func<Visit, string> page, int status = StatusCodes.Status200OK) =>
        new HtmlResponse(page(await visits.Of(request)), status);

    /// <summary>To another page, with a word on what was done: loading it again does nothing twice.</summary>
    /// <param name="request">The request.</param>
    /// <param name="address">The page.</param>
    /// <param name="done">The code of the sentence that says what was done; null for none.</param>
    internal static IActionResult SeeOther(HttpRequest request, string address, string? done = null)
    {
        var next = done is null ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={done}";
        // A header holds ASCII alone.
        request.HttpContext.Response.Headers.Location =
            string.Concat(next.EnumerateRunes().Select(r => r.IsAscii ? r.ToString() : Uri.EscapeDataString(r.ToString())));
        return new StatusCodeResult(StatusCodes.Status303SeeOther);
    }
}
