using Hub.Functions.Access;
using Hub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Administration;

/// <summary>Whether the hub is up, how far its channels have come, and what stands still.</summary>
public sealed class Health(HealthCheck check)
{
    /// <summary>
    /// GET /healthz: 503 where storage cannot be reached. What stands still is said with a 200: another instance would do no better.
    /// </summary>
    [Function("Healthz")]
    [PublicAccess]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "healthz")] HttpRequest request, CancellationToken cancel) =>
        Responses.PublicJson(await check.Look(cancel));
}
