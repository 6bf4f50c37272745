using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Site;
using Hub.Pages;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Records;

/// <summary>Networks as an editor needs them: with sources, remarks, and how sure each membership is.</summary>
public sealed class NetworkNotesPages(
    SitePages pages, IRegisterStore register, NetworkCatalog networks, StateCatalog states, TimeProvider clock)
{
    /// <summary>GET /console/networks.</summary>
    [Function("ShowNetworkList")]
    [PageAccess]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/networks")] HttpRequest request,
        CancellationToken cancel)
    {
        var directory = await Directory(cancel);
        return await pages.Show(request, visit => RecordsHtml.Networks(visit, directory));
    }

    /// <summary>GET /console/networks/{id}.</summary>
    [Function("ShowNetworkNotes")]
    [PageAccess]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/networks/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var directory = await Directory(cancel);
        var network = directory.Find(id) ?? throw new ApiException(404, "No such network", "GET /api/networks lists them.");
        return await pages.Show(request, visit => RecordsHtml.Network(visit, directory, network));
    }

    private async Task<NetworkDirectory> Directory(CancellationToken cancel) => new(
        await register.Read(TimeSpan.Zero, cancel), networks, states, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
}
