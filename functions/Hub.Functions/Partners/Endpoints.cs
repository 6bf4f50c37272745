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
    internal const int MostOfAPartner = 20;

    /// <summary>
    /// POST /api/endpoints: the response holds the secret, this once. Its receiver is asked for consent; then it is told of events after
    /// <c>after</c>, or of those to come.
    /// </summary>
    [Function("CreateEndpoint")]
    [Access(CallerKind.Partner)]
    public async Task<IActionResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/endpoints")] HttpRequest request, CancellationToken cancel)
    {
        var view = await Register(request.Caller(), await RequestBody.Read<EndpointBody>(request), ids.New(), cancel);
        return Responses.Json(view, StatusCodes.Status201Created);
    }

    /// <summary>Keeps an endpoint and asks its receiver for consent; the view holds its secret, this once.</summary>
    internal async Task<EndpointView> Register(Caller partner, EndpointBody body, string id, CancellationToken cancel)
    {
        var url = ReadUrl(settings, body.Url);
        CheckFilter(body.Filter);
        if (body.Rate is < 1 or > WebhookSettings.Most)
            throw new ApiException(
                422, EndpointRefusals.Rate, $"'rate' must be a number from 1 to {WebhookSettings.Most}: deliveries a minute.");
        var head = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence;
        if (body.After is { } given && (given < 0 || given > head))
            throw new ApiException(422, EndpointRefusals.Event, $"'after' must be a number from 0 to {head}, the last event.");
        if ((await endpoints.List(partner.Name, cancel)).Count >= MostOfAPartner)
            throw TooMany();
        await own.TakeTurn(partner.Name, id, CallKind.Consent, cancel);
        var endpoint = new Endpoint(id, partner.Name, url, WebhookSignature.Secret(ids.NewKey()), clock.GetUtcNow())
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
        return view;
    }

    /// <summary>GET /api/endpoints.</summary>
    [Function("ListEndpoints")]
    [Access(CallerKind.Partner)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/endpoints")] HttpRequest request, CancellationToken cancel)
    {
        var all = await endpoints.List(request.Caller().Name, cancel);
        return Responses.Items(await Task.WhenAll(all.Select(e => own.View(e, cancel))));
    }

    /// <summary>PUT /api/endpoints/{id}/filter: which events it wants from now on.</summary>
    [Function("SetEndpointFilter")]
    [Access(CallerKind.Partner)]
    public async Task<IActionResult> SetFilter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/endpoints/{id}/filter")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        // Whose it is, before what is wanted of it.
        await own.Own(request.Caller(), id, cancel);
        return Responses.Json(await Narrow(request.Caller(), id, await RequestBody.Read<EndpointFilter>(request), cancel));
    }

    /// <summary>Says which events an endpoint wants from now on.</summary>
    internal async Task<EndpointView> Narrow(Caller partner, string id, EndpointFilter filter, CancellationToken cancel)
    {
        var endpoint = await own.Own(partner, id, cancel);
        CheckFilter(filter);
        return await own.View(await own.Change(endpoint, e => e with { Filter = filter }, cancel), cancel);
    }

    /// <summary>DELETE /api/endpoints/{id}.</summary>
    [Function("DeleteEndpoint")]
    [Access(CallerKind.Partner)]
    public async Task<IActionResult> Delete(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/endpoints/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        await Remove(request.Caller(), id, cancel);
        return new NoContentResult();
    }

    /// <summary>Takes an endpoint away, with how far it had come.</summary>
    internal async Task Remove(Caller partner, string id, CancellationToken cancel)
    {
        var endpoint = await own.Own(partner, id, cancel);
        await endpoints.Delete(endpoint.Id, cancel);
        await cursors.Delete(WebhookChannel.ChannelName, endpoint.Id, cancel);
    }

    /// <summary>An address in ASCII; refuses one that webhooks may not go to.</summary>
    internal static string ReadUrl(HubSettings settings, string url) =>
        WebhookAddress.TryRead(url, settings.AllowLoopbackWebhooks, out var address, out var problem)
            ? address
            : throw new ApiException(422, EndpointRefusals.Address, problem);

    private static ApiException TooMany() =>
        new(409, EndpointRefusals.TooMany, $"A partner has at most {MostOfAPartner}; delete one first.");

    private void CheckFilter(EndpointFilter? filter)
    {
        var unknown = (filter ?? new()).Unknown(states, networks).Select(u => $"{u.Field}: {u.Value}").ToList();
        if (unknown.Count > 0)
            throw new ApiException(
                422, EndpointRefusals.Filter,
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
