using Hub.Functions.Access;
using Hub.Functions.Http;
using Hub.Functions.Partners;
using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Administration;

/// <summary>Keys: given out, listed, replaced without a gap, taken away.</summary>
public sealed class Keys(IKeyStore keys, KeyService service)
{
    private const int UsualOverlapHours = 24;

    /// <summary>POST /api/keys: the response holds the key, this once.</summary>
    [Function("IssueKey")]
    [PersonAccess]
    public async Task<IActionResult> Issue(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/keys")] HttpRequest request, CancellationToken cancel)
    {
        var body = await RequestBody.Read<KeyBody>(request);
        return Given(
            request, ActionKind.KeyIssued,
            await service.Issue(request.Caller(), new(body.Name, body.Kind, body.State, body.Role), body.ExpiresAt, cancel));
    }

    /// <summary>GET /api/keys: what is known of each; for others than the Secretariat, of those of their own name.</summary>
    [Function("ListKeys")]
    [Access(CallerKind.State, CallerKind.Secretariat, CallerKind.Reader, CallerKind.Partner)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/keys")] HttpRequest request, CancellationToken cancel)
    {
        var caller = request.Caller();
        var seen = (await keys.List(cancel)).Where(k => caller.Kind == CallerKind.Secretariat || IsOwn(caller, k))
            .OrderBy(k => k.Caller.Kind).ThenBy(k => k.Caller.Name, StringComparer.Ordinal).ThenBy(k => k.IssuedAt);
        return Responses.Items(seen.Select(KeyView.Of));
    }

    /// <summary>POST /api/keys/{id}/rotation: another key in its place; for a while both work.</summary>
    [Function("RotateKey")]
    [KeyHolderAccess(CallerKind.State, CallerKind.Reader, CallerKind.Partner)]
    public async Task<IActionResult> Rotate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/keys/{id}/rotation")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var overlap = TimeSpan.FromHours((await RequestBody.Read<RotationBody>(request)).OverlapHours ?? UsualOverlapHours);
        return Given(request, ActionKind.KeyReplaced, await service.Replace(request.Caller(), request.Key(), id, overlap, cancel));
    }

    /// <summary>DELETE /api/keys/{id}: it opens nothing any more.</summary>
    [Function("RevokeKey")]
    [KeyHolderAccess(CallerKind.State, CallerKind.Secretariat, CallerKind.Reader, CallerKind.Partner)]
    public async Task<IActionResult> Revoke(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/keys/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        if (await service.Revoke(id, cancel) is { } why)
            throw KeyRefusals.Of(why);
        request.Acted(ActionKind.KeyRevoked, id);
        return new NoContentResult();
    }

    private static bool IsOwn(Caller caller, ApiKey key) =>
        (key.Caller.Kind, key.Caller.Name, key.Caller.State) == (caller.Kind, caller.Name, caller.State);

    private static IActionResult Given(HttpRequest request, ActionKind kind, KeyResult result)
    {
        var issued = result switch
        {
            KeyResult.Given(var key) => key,
            KeyResult.Refused(var why) => throw KeyRefusals.Of(why),
            _ => throw new NotSupportedException(result.GetType().Name),
        };
        request.Acted(kind, issued.Key.Id);
        return Responses.Json(KeyView.Of(issued.Key) with { Key = issued.Secret }, StatusCodes.Status201Created);
    }
}
