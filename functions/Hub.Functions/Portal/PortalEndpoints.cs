using System.Security.Cryptography;
using System.Text;
using Hub.Delivery.Webhooks;
using Hub.Functions.Access;
using Hub.Functions.Partners;
using Hub.Pages.Portal.Endpoints;
using Hub.Register.Log;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Http;
using Endpoint = Hub.Delivery.Webhooks.Endpoint;

namespace Hub.Functions.Portal;

/// <summary>A partner's endpoints as its pages show them: never with a secret.</summary>
public sealed class PortalEndpoints(
    PartnerEndpoints own, IEndpointStore endpoints, IDeliveryLog deliveries, IRegisterStore register, TimeProvider clock)
{
    private const int MostAttempts = 500;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    /// <summary>The caller's endpoint of an id; another's is answered as if there were none.</summary>
    internal async Task<Endpoint> Own(HttpRequest request, string id, CancellationToken cancel) =>
        Bare(await own.Own(request.Caller(), id, cancel));

    /// <summary>All of the caller's.</summary>
    internal async Task<IReadOnlyList<Endpoint>> All(HttpRequest request, CancellationToken cancel) =>
    [
        .. (await endpoints.List(request.Caller().Name, cancel))
            .OrderBy(e => e.CreatedAt).ThenBy(e => e.Id, StringComparer.Ordinal).Select(Bare),
    ];

    /// <summary>How an endpoint's deliveries go.</summary>
    internal async Task<EndpointLine> Line(Endpoint endpoint, CancellationToken cancel)
    {
        var cursor = await own.CursorOf(endpoint, cancel);
        var head = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence;
        var attempts = await deliveries.List(WebhookChannel.ChannelName, endpoint.Id, MostAttempts, null, cancel);
        var (since, arrived) = (clock.GetUtcNow() - Lately, attempts.Where(a => a.Outcome == Attempt.Delivered).ToList());
        return new(
            Bare(endpoint), cursor, cursor?.Behind(head) ?? head - endpoint.After, arrived.Count(a => a.At >= since),
            attempts.Count(a => a.At >= since), arrived.FirstOrDefault()?.At);
    }

    /// <summary>Tells one secret of the caller's endpoint from another, without telling anything of either.</summary>
    internal async Task<string> SecretMark(HttpRequest request, string id, CancellationToken cancel) =>
        (await own.Own(request.Caller(), id, cancel)).SecretMark;

    /// <summary>The id of what a form makes: sent twice, it is made once.</summary>
    internal static string IdOf(HttpRequest request, string token) => Short($"{request.Caller().Name}\n{token}");

    /// <summary>Whether an endpoint of the caller's has an id.</summary>
    internal async Task<Endpoint?> Known(HttpRequest request, string id, CancellationToken cancel) =>
        await endpoints.Find(id, cancel) is { } found && found.Partner == request.Caller().Name ? Bare(found) : null;

    private static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];

    private static Endpoint Bare(Endpoint endpoint) => endpoint with { Secret = "", Earlier = [] };
}
