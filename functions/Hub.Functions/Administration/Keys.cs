using System.Text.Json.Nodes;
using Hub.Core.Access;
using Hub.Core.States;
using Hub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Administration;

/// <summary>Issues keys.</summary>
public sealed class Keys(Callers callers, IKeyStore keys, StateCatalog states)
{
    /// <summary>POST /api/keys: the answer holds the key, this once.</summary>
    [Function("IssueKey")]
    public async Task<IActionResult> Issue(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/keys")] HttpRequest request, CancellationToken cancel)
    {
        await callers.Require(request, CallerKind.Secretariat);
        var body = await RequestBody.Read<KeyBody>(request);
        if (Problem(body) is { } detail)
            throw new ApiException(422, "The key cannot be issued", detail);
        var key = await keys.Issue(new(body.Name, body.Kind, body.State, body.Role), cancel);
        return Answers.Json(new JsonObject { ["name"] = body.Name, ["key"] = key }, StatusCodes.Status201Created);
    }

    private string? Problem(KeyBody body) => body switch
    {
        { Kind: CallerKind.State, State: null } or { Kind: CallerKind.State, Role: null } => "A State's key needs 'state' and 'role'.",
        { Kind: not CallerKind.State, Role: not null } => "Only a State's key has a 'role'.",
        { State: { } state } when !states.Contains(state) => $"There is no State {state}.",
        _ => null,
    };
}

/// <summary>A request for a key.</summary>
/// <param name="Name">The office, reviewer or partner.</param>
/// <param name="Kind">What kind of caller.</param>
/// <param name="State">The State it speaks for.</param>
/// <param name="Role">The office of that State.</param>
public sealed record KeyBody(string Name, CallerKind Kind, StateCode? State = null, OfficeRole? Role = null);
