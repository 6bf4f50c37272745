using Hub.Delivery.Webhooks;
using Hub.Delivery.Webhooks.Partners;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Functions.Setup;
using Hub.Notices.Access;
using Hub.Notices.Outbox;
using Hub.Register.Log;
using Hub.Work.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Endpoint = Hub.Delivery.Webhooks.Endpoint;

namespace Hub.Functions.Partners;

/// <summary>Whom the hub may post to: the receiver's consent, and the way to another address.</summary>
public sealed class EndpointConsent(
    PartnerEndpoints own, EndpointService desk, IWebhookSender sender, WebhookRequests requests, IPartnerStore partners, IOutbox outbox,
    HubSettings settings, IWakeUpSender wakeUps, IIdentifiers ids, TimeProvider clock)
{
    /// <summary>POST /api/endpoints/{id}/consent: asks its receiver again.</summary>
    [Function("AskForConsent")]
    [Access(CallerKind.Partner)]
    public async Task<IActionResult> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/endpoints/{id}/consent")] HttpRequest request, string id,
        CancellationToken cancel) => Responses.Json(await AskAgain(request.Caller(), id, cancel));

    /// <summary>Asks the receiver again.</summary>
    internal async Task<EndpointView> AskAgain(Caller partner, string id, CancellationToken cancel)
    {
        var endpoint = await own.Own(partner, id, cancel);
        await own.TakeTurn(partner.Name, id, CallKind.Consent, cancel);
        var asked = await desk.AskForConsent(endpoint, cancel) ?? endpoint;
        await wakeUps.Send(new() { Webhooks = [id] });
        return await own.View(asked, cancel);
    }

    /// <summary>
    /// PUT /api/endpoints/{id}/url: asks for another address; whoever reads the present one, or the partner's contact, gets the code.
    /// </summary>
    [Function("ProposeEndpointUrl")]
    [Access(CallerKind.Partner)]
    public async Task<IActionResult> Propose(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/endpoints/{id}/url")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        await own.Own(request.Caller(), id, cancel);
        var view = await ProposeUrl(request.Caller(), id, await RequestBody.Read<UrlBody>(request), cancel);
        return Responses.Json(view, StatusCodes.Status202Accepted);
    }

    /// <summary>Asks for another address; its code goes where the body says.</summary>
    internal async Task<EndpointView> ProposeUrl(Caller partner, string id, UrlBody body, CancellationToken cancel)
    {
        var endpoint = await own.Own(partner, id, cancel);
        var url = Endpoints.ReadUrl(settings, body.Url);
        if (await own.CursorOf(endpoint, cancel) is null)
            throw new ApiException(409, EndpointRefusals.NoConsent, "Nothing was ever sent there: delete the endpoint and make another one.");
        var contact = (await partners.Find(endpoint.Partner, cancel))?.Contact;
        if (body.Via == CodeWay.Contact && contact is null)
            throw new ApiException(409, EndpointRefusals.NoContact, "The Secretariat has no contact on file for you: ask it to register one.");
        await own.TakeTurn(partner.Name, id, CallKind.Move, cancel);
        var (proposed, code, answer) = await desk.Propose(endpoint, url, cancel);
        if (proposed is null)
            throw new ApiException(422, EndpointRefusals.NewDenied, $"Nothing changed: {answer.Problem ?? "the endpoint was deleted"}.");
        if (body.Via == CodeWay.Contact)
            await outbox.Add(
                [OutboxMails.Code(endpoint.Partner, endpoint.Id, proposed.Change!.CodeHash, clock.GetUtcNow())], cancel);
        else if (await Send(proposed, code, cancel) is { } problem)
            throw new ApiException(409, EndpointRefusals.CodeLost, $"Nothing changed: {problem}.");
        return await own.View(proposed, cancel);
    }

    /// <summary>POST /api/endpoints/{id}/url/confirmation: the code that came; from now on the other address is used.</summary>
    [Function("ConfirmEndpointUrl")]
    [Access(CallerKind.Partner)]
    public async Task<IActionResult> Confirm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/endpoints/{id}/url/confirmation")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        await own.Own(request.Caller(), id, cancel);
        return Responses.Json(await ConfirmUrl(request.Caller(), id, (await RequestBody.Read<CodeBody>(request)).Code, cancel));
    }

    /// <summary>Puts another address to use, with the code that came.</summary>
    internal async Task<EndpointView> ConfirmUrl(Caller partner, string id, string code, CancellationToken cancel)
    {
        var endpoint = await own.Own(partner, id, cancel);
        if (await desk.Confirm(endpoint, code, cancel) is not { } changed)
            throw new ApiException(
                422, EndpointRefusals.Code, $"No address waits for this code; a code works for {UrlChange.Lasts.TotalDays:0} days.");
        await own.Change(changed, c => c with { Attempts = 0, FailingSince = null, DueAt = null }, cancel);
        await wakeUps.Send(new() { Webhooks = [id] });
        return await own.View(changed, cancel);
    }

    private async Task<string?> Send(Endpoint endpoint, string code, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var asked = HubEvent.UrlChange(ids.New(), settings.Webhooks.Source, now, endpoint.Id, endpoint.Change!.Url, code);
        return await requests.For(endpoint, asked.Id, asked.ToBytes(), now, cancel) is { } webhook
            ? (await sender.Post(webhook, cancel))?.Reason
            : "the hub's signing key cannot be reached";
    }
}

/// <summary>Another address as it is asked for.</summary>
/// <param name="Url">The address.</param>
/// <param name="Via">Where the code goes; to the present address where absent.</param>
public sealed record UrlBody(string Url, CodeWay Via = CodeWay.Endpoint);

/// <summary>Where the code goes that confirms another address.</summary>
public enum CodeWay
{
    /// <summary>To the present address, as a signed event.</summary>
    Endpoint,

    /// <summary>To the partner's contact, as a mail.</summary>
    Contact,
}

/// <summary>A code as it is sent back.</summary>
/// <param name="Code">The code.</param>
public sealed record CodeBody(string Code);
