using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.People;

/// <summary>People who sign in, and their sessions.</summary>
public sealed class SessionPages(SitePages pages, ISessionStore sessions, IPersonStore people, SignIn signIn, TimeProvider clock)
{
    private const string Path = "/console/people/sessions";

    /// <summary>GET /console/people/sessions.</summary>
    [Function("ShowSessions")]
    [PageAccess]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/people/sessions")] HttpRequest request,
        CancellationToken cancel)
    {
        var caller = request.Caller();
        var (known, open) = (await people.List(cancel), await sessions.List(clock.GetUtcNow(), cancel));
        return await pages.Show(
            request, visit => PeopleHtml.Sessions(visit, new(known, open, caller.Session, caller.Name, signIn.IsOn)));
    }

    /// <summary>POST /console/people/sessions/{id}/end: one's own, or as an administrator anybody's.</summary>
    [Function("EndSession")]
    [PageAccess]
    public async Task<IActionResult> End(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/people/sessions/{id}/end")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var caller = request.Caller();
        var session = (await sessions.List(clock.GetUtcNow(), cancel)).FirstOrDefault(s => s.Id == id);
        if (session is not null && session.Person != caller.Name && !caller.HasOneOf(SecretariatRoles.Administrator))
            throw new ApiException(403, Callers.NotForRole, $"{SecretariatRoles.Administrator}");
        // One that ended meanwhile is what was wanted.
        await sessions.End(id, cancel);
        if (session is not null)
            request.Acted(ActionKind.SessionEnded, session.Person);
        return SitePages.SeeOther(request, id == caller.Session ? "/" : Path, id == caller.Session ? null : "SESSION_ENDED");
    }
}
