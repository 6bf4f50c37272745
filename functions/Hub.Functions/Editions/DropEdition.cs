using Hub.Delivery.Editions;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Register.Log;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Editions;

/// <summary>Drops an edition that is frozen and not published.</summary>
public sealed class DropEdition(EditionService desk, ILogger<DropEdition> log)
{
    private const int LongestReason = 1000;

    /// <summary>POST /api/editions/{id}/drop: 200 with who dropped it, when and why; nothing of it goes out.</summary>
    [Function(nameof(DropEdition))]
    [ReviewerAccess]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/editions/{id}/drop")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var reviewer = request.Caller();
        var reason = (await RequestBody.Read<DropBody>(request)).Reason?.Trim();
        if (reason is not { Length: > 0 and <= LongestReason })
            throw new ApiException(422, "Why?", $"'reason' says why the edition is dropped, in 1 to {LongestReason} characters.");
        if (!EditionId.TryParse(id, out var edition))
            throw PublishedEditions.Unknown();
        switch (await desk.Drop(edition, reviewer.Person, reason, cancel))
        {
            case DropResult.Dropped(var dropped, var outcome):
                log.LogWarning("Edition {Edition} is dropped.", edition);
                return Responses.PublicJson(EditionView.Of(dropped, outcome));
            case DropResult.TooLate(var why):
                throw new ApiException(409, "Too late", why);
            default:
                throw PublishedEditions.Unknown();
        }
    }
}

/// <summary>A request to drop an edition as it is sent.</summary>
/// <param name="Reason">Why.</param>
public sealed record DropBody(string? Reason = null);
