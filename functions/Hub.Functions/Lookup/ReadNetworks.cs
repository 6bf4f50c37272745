using Hub.Core.Channels.Links;
using Hub.Core.Json;
using Hub.Core.Networks;
using Hub.Core.Register;
using Hub.Core.States;
using Hub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Lookup;

/// <summary>Who belongs to which network, for everyone: JSON, linkset, and the pages themselves.</summary>
public sealed class ReadNetworks(INetworkPages pages, IRegisterStore register, NetworkCatalog networks, StateCatalog states, TimeProvider clock)
{
    /// <summary>GET /api/networks: JSON, or the linkset where that is asked for.</summary>
    [Function("ListNetworks")]
    public Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/networks")] HttpRequest request, CancellationToken cancel) =>
        Page(WantsLinkset(request) ? "networks/linkset.json" : "networks/index.json", request, cancel);

    /// <summary>GET /api/networks/{id}.</summary>
    [Function("GetNetwork")]
    public Task<IActionResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/networks/{id}")] HttpRequest request, string id, CancellationToken cancel) =>
        Page($"networks/{(networks.TryFind(id, out var network) ? network.Id : id)}.json", request, cancel);

    /// <summary>GET /api/states/{code}/networks.</summary>
    [Function("GetNetworksOfState")]
    public Task<IActionResult> OfState(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/states/{code}/networks")] HttpRequest request, string code,
        CancellationToken cancel) => Page($"networks/states/{code}.json", request, cancel);

    /// <summary>GET /networks/…: the pages, in the reader's language where the address names none.</summary>
    [Function("ShowNetworkPages")]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "networks/{*path}")] HttpRequest request, string? path, CancellationToken cancel) =>
        string.IsNullOrEmpty(path)
            ? new RedirectResult($"/networks/{request.PreferredLanguage().Code()}/index.html")
            : await Page($"networks/{path}", request, cancel);

    private async Task<IActionResult> Page(string path, HttpRequest request, CancellationToken cancel)
    {
        var snapshot = await register.Read(ReadAuthorities.Fresh, cancel);
        var directory = new NetworkDirectory(snapshot, networks, states, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var page = pages.Render(path, directory) ?? throw new ApiException(404, "No such page", "The list of networks is at /networks/ and /api/networks.");
        var etag = $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(page.Content.Span))[..32]}\"";
        var headers = request.HttpContext.Response.Headers;
        headers.ETag = etag;
        headers.CacheControl = "public, max-age=60";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return request.Headers.IfNoneMatch.ToString() == etag
            ? new StatusCodeResult(StatusCodes.Status304NotModified)
            : new FileContentResult(page.Content.ToArray(), page.MediaType);
    }

    private static bool WantsLinkset(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("application/linkset+json", StringComparison.OrdinalIgnoreCase);
}
