using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Register.Networks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Notices;

/// <summary>
/// Claims of States to networks that do not list them (V30): each network's secretariat sees and answers its own, the Secretariat all.
/// </summary>
public sealed class AnswerClaims(NetworkClaims claims, NetworkCatalog networks)
{
    /// <summary>GET /api/claims.</summary>
    [Function("ListClaims")]
    [Access(CallerKind.Partner, CallerKind.Secretariat)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/claims")] HttpRequest request, CancellationToken cancel)
    {
        var caller = request.Caller();
        var asked = new QueryText(request).Only("network").Text("network");
        var open = await claims.Open(asked is null && caller.Kind == CallerKind.Secretariat ? null : Speaking(caller, asked), cancel);
        return Responses.Items(open);
    }

    /// <summary>POST /api/claims/{id}: whether the network lists the State.</summary>
    [Function("AnswerClaim")]
    [Access(CallerKind.Partner, CallerKind.Secretariat, Roles = SecretariatRoles.Reviewer | SecretariatRoles.Editor)]
    public async Task<IActionResult> Answer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/claims/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        return Responses.Json(await AnswerOne(request.Caller(), id, await RequestBody.Read<ClaimAnswerBody>(request), cancel));
    }

    /// <summary>Takes a network's answer.</summary>
    internal async Task<AnsweredClaim> AnswerOne(Caller caller, string id, ClaimAnswerBody body, CancellationToken cancel)
    {
        var network = Speaking(caller, body.Network);
        return await claims.Answer(id, network, caller, body.Listed, body.Reason, cancel) switch
        {
            ClaimResult.Taken(var notice) => new AnsweredClaim(notice.Id, notice.Status, network.Id),
            ClaimResult.Unknown => throw new ApiException(404, "No such claim", "GET /api/claims lists the claims that are open."),
            ClaimResult.Raced => throw new ApiException(409, "Not now", "The notice changed at the same moment: look at the claims again."),
            var other => throw new NotSupportedException(other.GetType().Name),
        };
    }

    // A partner speaks for its own network only; the Secretariat passes on what a network without a key told it.
    private Network Speaking(Caller caller, string? named)
    {
        var own = claims.NetworkOf(caller);
        if (caller.Kind == CallerKind.Partner && own is null)
            throw new ApiException(
                403, "Not a network's key", "This key's name is not that of a network: the Secretariat issues one that is.");
        if (named is null)
            return own ?? throw new ApiException(400, "Which network?", "Say in 'network' which network this is about.");
        if (!networks.TryFind(named, out var network) || (own is not null && own.Id != network.Id))
            throw new ApiException(403, "Not your network", "There is no such network, or this key speaks for another.");
        return network;
    }
}

/// <summary>A network's answer as it is sent.</summary>
/// <param name="Listed">Whether it lists the State.</param>
/// <param name="Network">The network, where the key does not say it.</param>
/// <param name="Reason">In its words; the State is told.</param>
public sealed record ClaimAnswerBody(bool Listed, string? Network = null, string? Reason = null);
