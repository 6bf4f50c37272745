using System.Globalization;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages;
using Hub.Pages.Console.Fields;
using Hub.Pages.Console.People;
using Hub.Pages.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.People;

/// <summary>Replaces keys, and takes them away.</summary>
public sealed class ChangeKeyPages(SitePages pages, IKeyStore keys, KeyService service, StateChoices states, TimeProvider clock)
{
    private const string UsualHours = "24";
    private const string RotationRoute = "console/people/keys/{id}/rotation";
    private const string RevocationRoute = "console/people/keys/{id}/revocation";

    /// <summary>GET /console/people/keys/{id}/rotation: what replacing it does.</summary>
    [Function("ShowKeyRotation")]
    [PageAccess(SecretariatRoles.Administrator)]
    public async Task<IActionResult> AskRotation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = RotationRoute)] HttpRequest request, string id,
        CancellationToken cancel) => await Rotation(request, (await Find(id, cancel)).Key, UsualHours);

    /// <summary>POST /console/people/keys/{id}/rotation: the response shows the new key, this once; a key is replaced once.</summary>
    [Function("TakeKeyRotation")]
    [PageAccess(SecretariatRoles.Administrator)]
    public async Task<IActionResult> Rotate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RotationRoute)] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var (key, _) = await Find(id, cancel);
        var (labels, hours) = (new Labels(Visits.Language(request)), (await PostedForm.Of(request)).Text("hours"));
        if (!int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var overlap)
            || overlap > ApiKey.LongestOverlap.TotalHours)
            return await Rotation(
                request, key, hours, new("hours", labels["People.Rotate.BadHours"]), StatusCodes.Status422UnprocessableEntity);
        return await service.Replace(request.Caller(), null, id, TimeSpan.FromHours(overlap), cancel) switch
        {
            KeyResult.Given(var issued) => await Shown(request, issued, OldEnds(key, overlap)),
            KeyResult.Refused(var why) =>
                await Rotation(request, key, hours, new(null, KeyWords.Of(why, labels)), StatusCodes.Status409Conflict),
            var other => throw new NotSupportedException(other.GetType().Name),
        };
    }

    /// <summary>GET /console/people/keys/{id}/revocation: what taking it away does.</summary>
    [Function("ShowKeyRevocation")]
    [PageAccess(SecretariatRoles.Administrator)]
    public async Task<IActionResult> AskRevocation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = RevocationRoute)] HttpRequest request, string id,
        CancellationToken cancel) => await Revocation(request, await Find(id, cancel));

    /// <summary>POST /console/people/keys/{id}/revocation: sent twice, it finds the key gone, which is what was wanted.</summary>
    [Function("TakeKeyRevocation")]
    [PageAccess(SecretariatRoles.Administrator)]
    public async Task<IActionResult> Revoke(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RevocationRoute)] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var refused = await service.Revoke(id, cancel);
        if (refused is null)
            request.Acted(ActionKind.KeyRevoked, id);
        if (refused is not KeyRefusal.FirstKey)
            return SitePages.SeeOther(request, KeyChoice.Path, "KEY_REVOKED");
        var problem = new FieldProblem(null, KeyWords.Of(KeyRefusal.FirstKey, new(Visits.Language(request))));
        return await Revocation(request, await Find(id, cancel), problem, StatusCodes.Status409Conflict);
    }

    private Task<IActionResult> Shown(HttpRequest request, IssuedKey issued, DateTimeOffset oldEnds)
    {
        request.Acted(ActionKind.KeyReplaced, issued.Key.Id);
        return pages.Show(
            request, visit => PeopleHtml.Shown(visit, issued, states.Of(issued.Key.Caller.State, visit.Language), oldEnds));
    }

    private Task<IActionResult> Rotation(
        HttpRequest request, ApiKey key, string? hours, FieldProblem? problem = null, int status = StatusCodes.Status200OK) =>
        pages.Show(request, visit => PeopleHtml.Rotate(visit, key, hours, problem is null ? [] : [problem]), status);

    private Task<IActionResult> Revocation(
        HttpRequest request, (ApiKey Key, int Family) found, FieldProblem? problem = null, int status = StatusCodes.Status200OK) =>
        pages.Show(request, visit => PeopleHtml.Revoke(visit, found.Key, found.Family, problem is null ? [] : [problem]), status);

    private DateTimeOffset OldEnds(ApiKey key, int overlap) =>
        clock.GetUtcNow().AddHours(overlap) is var end && key.ExpiresAt < end ? key.ExpiresAt.Value : end;

    private async Task<(ApiKey Key, int Family)> Find(string id, CancellationToken cancel)
    {
        var all = await keys.List(cancel);
        var key = all.FirstOrDefault(k => k.Id == id) ?? throw new ApiException(404, "No such key", "");
        return (key, all.Count(k => k.Family == key.Family && k.RevokedAt is null));
    }
}
