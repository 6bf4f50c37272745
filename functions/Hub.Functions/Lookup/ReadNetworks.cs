using Hub.Delivery.NetworkPages;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Functions.Site;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Lookup;

/// <summary>Who belongs to which network, for everyone: JSON, CSV, linkset, feed, and the pages themselves.</summary>
public sealed class ReadNetworks(
    INetworkPages pages, IRegisterStore register, NetworkCatalog networks, StateCatalog states, MembershipLog log, TimeProvider clock)
{
    private const string Linkset = "application/linkset+json";
    private const int LongestQuestion = 100;

    /// <summary>GET /api/networks: JSON, or the linkset or all memberships as CSV where that is asked for.</summary>
    [Function("ListNetworks")]
    [PublicAccess]
    public Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/networks")] HttpRequest request, CancellationToken cancel) =>
        Data(Wants(request, Linkset) ? "linkset.json" : Wants(request, "text/csv") ? "memberships.csv" : "index.json", cancel);

    /// <summary>GET /api/networks/{id}.</summary>
    [Function("GetNetwork")]
    [PublicAccess]
    public Task<IActionResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/networks/{id}")] HttpRequest request, string id,
        CancellationToken cancel) =>
        Data($"{(networks.TryFind(id, out var network) ? network.Id : id)}{Ending(request)}", cancel);

    /// <summary>GET /api/states/{code}/networks.</summary>
    [Function("GetNetworksOfState")]
    [PublicAccess]
    public Task<IActionResult> OfState(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/states/{code}/networks")] HttpRequest request, string code,
        CancellationToken cancel) => Data($"states/{code}{Ending(request)}", cancel);

    /// <summary>GET /networks/…: the pages, in the reader's language where the address names none.</summary>
    [Function("ShowNetworkPages")]
    [PublicAccess]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "networks/{*path}")] HttpRequest request, string? path,
        CancellationToken cancel)
    {
        var directory = await Directory(cancel);
        var (asked, language) = ($"networks/{path}", Visits.Language(request));
        if (pages.Render(asked, directory, Query(request)) is { } page)
            return new PageResponse(page);
        return pages.Meant(asked, directory, language) is { } meant
            ? new RedirectResult(
                $"/{meant}{request.QueryString}", permanent: asked.StartsWith("networks/" + LanguageOf(meant), StringComparison.Ordinal))
            : new PageResponse(pages.Missing(directory, language), StatusCodes.Status404NotFound);
    }

    private static string Ending(HttpRequest request) => Wants(request, Linkset) ? ".links.json" : ".json";

    private static string LanguageOf(string path) => path.Split('/')[1] + "/";

    private static PageQuery Query(HttpRequest request) => new(Text(request, "q"), Text(request, "kind"), Text(request, "with"));

    private static string? Text(HttpRequest request, string name) =>
        request.Query[name].FirstOrDefault() is { } text ? text[..Math.Min(text.Length, LongestQuestion)] : null;

    private async Task<IActionResult> Data(string path, CancellationToken cancel) => new PageResponse(
        pages.Render($"networks/{path}", await Directory(cancel))
            ?? throw new ApiException(404, "No such page", "The list of networks is at /networks/ and /api/networks."));

    private async Task<NetworkDirectory> Directory(CancellationToken cancel)
    {
        var snapshot = await register.Read(ReadAuthorities.Fresh, cancel);
        return new(snapshot, networks, states, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
        {
            Changes = await log.UpTo(snapshot.Head.Sequence, cancel),
        };
    }

    private static bool Wants(HttpRequest request, string mediaType) =>
        request.Headers.Accept.ToString().Contains(mediaType, StringComparison.OrdinalIgnoreCase);
}
