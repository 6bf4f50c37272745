using Hub.Delivery.Confirmations;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Register.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Administration;

/// <summary>What is wrong with the directory's records and recipients, for the Secretariat.</summary>
public sealed class Quality(QualityReport desk, BouncingAddresses bounces, ILogger<Quality> log)
{
    /// <summary>GET /api/quality: bounced, unconfirmed, incomplete and overlapping, by State.</summary>
    [Function("ListQuality")]
    [Access(CallerKind.Secretariat)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/quality")] HttpRequest request, CancellationToken cancel)
    {
        return Responses.PublicJson(new QualityList(await desk.List(cancel)));
    }

    /// <summary>POST /api/quality/{recipient}/resolve: the recipient's address is right; mails go to it again.</summary>
    [Function("ResolveBounces")]
    [Access(CallerKind.Secretariat, Roles = SecretariatRoles.Reviewer | SecretariatRoles.Editor)]
    public async Task<IActionResult> Resolve(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/quality/{recipient}/resolve")] HttpRequest request,
        string recipient,
        CancellationToken cancel)
    {
        var caller = request.Caller();
        if (!await bounces.Resolve(recipient, caller.Name, cancel))
            throw new ApiException(404, "Nothing to resolve", "GET /api/quality lists, as BOUNCED, the recipients whose mails come back.");
        request.Acted(ActionKind.BouncesResolved, recipient);
        log.LogInformation("Mails to recipient {Recipient} go again: {Caller} says that its address is right.", recipient, caller.Name);
        return new NoContentResult();
    }
}

/// <summary>What is wrong, State by State.</summary>
/// <param name="Items">The States that have something wrong.</param>
public sealed record QualityList(IReadOnlyList<StateQuality> Items) : IPublic;
