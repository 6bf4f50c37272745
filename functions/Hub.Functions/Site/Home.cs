using Hub.Functions.Access;
using Hub.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Site;

/// <summary>The first page.</summary>
public sealed class Home(SitePages pages)
{
    // Azure's host takes no empty route; a parameter that can only be empty is one.
    private const string Root = "{nothing:maxlength(0)?}";

    /// <summary>GET /.</summary>
    [Function("ShowHome")]
    [PublicPage]
    public Task<IActionResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Root)] HttpRequest request) =>
        pages.Show(request, SiteHtml.Home);
}
