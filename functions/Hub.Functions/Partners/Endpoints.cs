using Hub.Delivery.Webhooks;
using Hub.Delivery.Webhooks.Partners;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Functions.Setup;
using Hub.Notices.Access;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.States;
using Hub.Work.Queues;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Endpoint = Hub.Delivery.Webhooks.Endpoint;

namespace Hub.Functions.Partners;

/// <summary>A partner's webhook endpoints.</summary>
public sealed class Endpoints(
    PartnerEndpoints own, EndpointService desk, IEndpointStore endpoints, ICursorStore cursors, IRegisterStore register,
    StateCatalog states, NetworkCatalog networks, IWakeUpSender wakeUps, IIdentifiers ids, HubSettings settings,
    TimeProvider clock)
{
    private const int MostOfAPartner = 20;

    /// <summary>
    /// POST /api/endpoints: the response holds the secret, this once. Its receiver is asked for consent; then it is told of events after
    /// <c>after</c>, or of those to come.
    /// </summary>
    [Function("CreateEndpoint")]
    [Access(CallerKind.Partner)]
    public async Task<IActionResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/endpoints")] HttpRequest request, CancellationToken cancel)
    {
        var partner = request.Caller();
        var body = await RequestBody.Read<EndpointBody>(request);
        var url = ReadUrl(settings, body.Url);
        CheckFilter(body.Filter);
        if (body.Rate is < 1 or > WebhookSettings.Most)
            throw new ApiException(422, "Not a rate", $"'rate' must be a number from 1 to {WebhookSettings.Most}: deliveries a minute.");
        var head = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence;
        if (body.After is { } given && (given < 0 || given > head))
            throw new ApiException(422, "No such event", $"'after' must be a number from 0 to {head}, the last event.");
        if ((await endpoints.List(partner.Name, cancel)).Count >= MostOfAPartner)
            throw TooMany();
        var endpoint = new Endpoint(ids.New(), partner.Name, url, WebhookSignature.Secret(ids.NewKey()), clock.GetUtcNow())
        {
            Filter = body.Filter, Rate = body.Rate, After = body.After ?? head,
        };
        await endpoints.Add(endpoint, cancel);
        // Others may have been added at the same moment. Whoever hangs up now leaves nothing half made.
        if ((await endpoints.List(partner.Name, CancellationToken.None)).Count > MostOfAPartner)
        {
            await endpoints.Delete(endpoint.Id, CancellationToken.None);
            throw TooMany();
        }
        var asked = await desk.AskForConsent(endpoint, CancellationToken.None) ?? endpoint;
        var view = await own.View(asked, CancellationToken.None) with { Secret = asked.Secret };
        await wakeUps.Send(new() { Webhooks = [endpoint.Id] });
        return Responses.Json(view, StatusCodes.Status201Created);
    }

    /// <summary>GET /api/endpoints.</summary>
    [Function("ListEndpoints")]
    [Access(CallerKind.Partner)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/endpoints")] HttpRequest request, CancellationToken cancel)
    {
        var partner = request.Caller();
        return Responses.Items(await Task.WhenAll((await endpoints.List(partner.Name, cancel)).Select(e => own.View(e, cancel))));
    }

    /// <summary>PUT /api/endpoints/{id}/filter: which events it wants from now on.</summary>
    [Function("SetEndpointFilter")]
    [Access(CallerKind.Partner)]
    public async Task<IActionResult> SetFilter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/endpoints/{id}/filter")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var endpoint = await own.Own(request.Caller(), id, cancel);
        var filter = await RequestBody.Read<EndpointFilter>(request);
        CheckFilter(filter);
        return Responses.Json(await own.View(await own.Change(endpoint, e => e with { Filter = filter }, cancel), cancel));
    }

    /// <summary>DELETE /api/endpoints/{id}.</summary>
    [Function("DeleteEndpoint")]
    [Access(CallerKind.Partner)]
    public async Task<IActionResult> Delete(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/endpoints/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var endpoint = await own.Own(request.Caller(), id, cancel);
        await endpoints.Delete(endpoint.Id, cancel);
        await cursors.Delete(WebhookChannel.ChannelName, endpoint.Id, cancel);
        return new NoContentResult();
    }

    /// <summary>An address in ASCII; refuses one that webhooks may not go to.</summary>
    internal static string ReadUrl(HubSettings settings, string url) =>
        WebhookAddress.TryRead(url, settings.AllowLoopbackWebhooks, out var address, out var problem)
            ? address
            : throw new ApiException(422, "Not an address for webhooks", problem);

    private static ApiException TooMany() =>
        new(409, "Too many endpoints", $"A partner has at most {MostOfAPartner}; delete one first.");

    private void CheckFilter(EndpointFilter? filter)
    {
        var unknown = (filter ?? new()).Unknown(states, networks).Select(u => $"{u.Field}: {u.Value}").ToList();
        if (unknown.Count > 0)
            throw new ApiException(
                422, "Not a filter",
                $"There is no such entry: {string.Join("; ", unknown)}. "
                + "GET /api/networks lists the networks; States are ISO 3166-1 alpha-3 codes.");
    }
}

/// <summary>An endpoint as it is sent.</summary>
/// <param name="Url">Where to post.</param>
/// <param name="After">The event after which it wants to be told; those to come where absent.</param>
/// <param name="Filter">Which events it wants; all where absent.</param>
/// <param name="Rate">Deliveries a minute at most; the hub's own limit where absent.</param>
public sealed record EndpointBody(string Url, long? After = null, EndpointFilter? Filter = null, int? Rate = null);
