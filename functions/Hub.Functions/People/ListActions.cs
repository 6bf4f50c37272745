using Hub.Functions.Access;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.People;

/// <summary>Who of the Secretariat did what.</summary>
public sealed class ListActions(IActionLog actions)
{
    /// <summary>GET /api/actions: the last first.</summary>
    [Function(nameof(ListActions))]
    [Access(CallerKind.Secretariat)]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/actions")] HttpRequest request, CancellationToken cancel)
    {
        var limit = (int)new QueryText(request).Only("limit").Number("limit", 50, 1, 500);
        return Responses.Items(await actions.List(limit, cancel));
    }
}
