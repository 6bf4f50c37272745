using Hub.Functions.Access;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Notices.SigningIn;
using Hub.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.SigningIn;

/// <summary>Where somebody is signed in with the same address.</summary>
public sealed class VisitorSessionPages(SitePages pages, VisitorSessions sessions)
{
    private const string Path = "/sign-in/sessions";

    /// <summary>GET /sign-in/sessions.</summary>
    [Function("ShowOwnSessions")]
    [SitePage(CallerKind.State, CallerKind.Reader, CallerKind.Partner)]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "sign-in/sessions")] HttpRequest request,
        CancellationToken cancel)
    {
        var own = request.Visiting().Session;
        var open = await sessions.Like(own, cancel);
        return await pages.Show(request, v => SignInHtml.Sessions(v, open, own.Id));
    }

    /// <summary>POST /sign-in/sessions/{id}/end.</summary>
    [Function("EndOwnSession")]
    [SitePage(CallerKind.State, CallerKind.Reader, CallerKind.Partner)]
    public async Task<IActionResult> End(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sign-in/sessions/{id}/end")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var own = request.Visiting().Session;
        // Another's is left alone; one that ended meanwhile is what was wanted.
        await sessions.End(id, own, cancel);
        return SitePages.SeeOther(request, id == own.Id ? "/" : Path);
    }
}
