using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Functions.Partners;
using Hub.Notices.Access;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Administration;

/// <summary>Keys: given out, listed, replaced without a gap, taken away.</summary>
public sealed class Keys(IKeyStore keys, StateCatalog states, TimeProvider clock)
{
    /// <summary>POST /api/keys: the response holds the key, this once.</summary>
    [Function("IssueKey")]
    [PersonAccess]
    public async Task<IActionResult> Issue(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/keys")] HttpRequest request, CancellationToken cancel)
    {
        var by = request.Caller();
        var body = await RequestBody.Read<KeyBody>(request);
        var wanted = by.Making(new(body.Name, body.Kind, body.State, body.Role));
        if (Problem(body) is { } detail)
            throw new ApiException(422, "The key cannot be issued", detail);
        if (KeyRules.Refusal(by, wanted, body.ExpiresAt, await keys.List(cancel), clock.GetUtcNow()) is { } why)
            throw new ApiException(422, "The key cannot be issued", why);
        return Issued(await keys.Issue(wanted, by.Name, body.ExpiresAt, cancel));
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
        var now = clock.GetUtcNow();
        var key = await Find(id, cancel);
        var how = request.Key() is { Caller.IsFirstKey: false } own && own.Id == id
            ? new Replacement(own.Caller.Name, key.GivenBy, key.GivenAt, now + key.Lifetime, now)
            : Others(request.Caller(), key, now);
        var body = await RequestBody.Read<RotationBody>(request);
        if (body.OverlapHours is < 0 || body.OverlapHours > ApiKey.LongestOverlap.TotalHours)
            throw new ApiException(
                422, "Not an overlap", $"'overlapHours' must be a number from 0 to {ApiKey.LongestOverlap.TotalHours:0}.");
        return Issued(
            await keys.Replace(key, how with { OldEnds = now + TimeSpan.FromHours(body.OverlapHours ?? 24) }, cancel)
            ?? throw new ApiException(
                409, "Replaced before",
                "Another key took its place: replace that one. Whoever lost it asks the Secretariat for a new key."));
    }

    /// <summary>DELETE /api/keys/{id}: it opens nothing any more.</summary>
    [Function("RevokeKey")]
    [KeyHolderAccess(CallerKind.State, CallerKind.Secretariat, CallerKind.Reader, CallerKind.Partner)]
    public async Task<IActionResult> Revoke(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/keys/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        if ((await keys.List(cancel)).Any(k => k.Id == id && k.Caller.IsFirstKey))
            throw new ApiException(
                409, "Set as the first key",
                "The hub takes it from the setting Hub__FirstKey whenever it starts: take it away there (in Azure HUB_FIRST_KEY).");
        return await keys.Revoke(id, cancel) ? new NoContentResult() : throw NoSuch();
    }

    // Whoever replaces another's key has the new one in hand: from then on it counts as given by that person.
    private static Replacement Others(Caller by, ApiKey key, DateTimeOffset now) => KeyRules.MayReplace(by, key)
        ? new(by.Name, by.Making(key.Caller).MadeBy, now, now + key.Lifetime, now)
        : throw new ApiException(
            403, "Not your key", "A key of the Secretariat is replaced by whoever holds it; take it away, and issue another.");

    private async Task<ApiKey> Find(string id, CancellationToken cancel) =>
        (await keys.List(cancel)).FirstOrDefault(k => k.Id == id && k.WorksAt(clock.GetUtcNow())) ?? throw NoSuch();

    private static bool IsOwn(Caller caller, ApiKey key) =>
        (key.Caller.Kind, key.Caller.Name, key.Caller.State) == (caller.Kind, caller.Name, caller.State);

    private static IActionResult Issued(IssuedKey issued) =>
        Responses.Json(KeyView.Of(issued.Key) with { Key = issued.Secret }, StatusCodes.Status201Created);

    private string? Problem(KeyBody body) => body switch
    {
        { Kind: CallerKind.State, State: null } or { Kind: CallerKind.State, Role: null } => "A State's key needs 'state' and 'role'.",
        { Kind: not CallerKind.State, Role: not null } => "Only a State's key has a 'role'.",
        { State: { } state } when !states.Contains(state) => $"There is no State {state}.",
        _ => null,
    };

    private static ApiException NoSuch() => new(404, "No such key", "GET /api/keys lists them by their ids.");
}
