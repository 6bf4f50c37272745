using Hub.Delivery.Webhooks;
using Hub.Delivery.Webhooks.Partners;
using Hub.Functions.Errors;
using Hub.Notices.Access;
using Hub.Work.Runner;
using Endpoint = Hub.Delivery.Webhooks.Endpoint;

namespace Hub.Functions.Partners;

/// <summary>Partners' endpoints and their cursors, for those who may deal with them.</summary>
public sealed class PartnerEndpoints(IEndpointStore endpoints, ICursorStore cursors, CallLimits limits)
{
    private const int Tries = 5;

    /// <summary>The endpoint of an id, where it is the caller's; another's is answered as if there were none.</summary>
    internal async Task<Endpoint> Own(Caller partner, string id, CancellationToken cancel) =>
        await endpoints.Find(id, cancel) is { } endpoint && endpoint.Partner == partner.Name ? endpoint : throw NoSuch();

    /// <summary>The endpoint of an id, to read about: the caller's own, or any for the Secretariat.</summary>
    internal async Task<Endpoint> Readable(Caller caller, string id, CancellationToken cancel) =>
        await endpoints.Find(id, cancel) is { } endpoint
        && (caller.Kind == CallerKind.Secretariat || endpoint.Partner == caller.Name)
            ? endpoint
            : throw NoSuch();

    /// <summary>Changes the endpoint as it is now.</summary>
    internal async Task<Endpoint> Change(Endpoint endpoint, Func<Endpoint, Endpoint> change, CancellationToken cancel) =>
        await endpoints.Change(endpoint.Id, change, cancel) ?? throw NoSuch();

    /// <summary>Changes its cursor at once: a delivery that is under way ends, and the next one sees the change.</summary>
    internal async Task Change(Endpoint endpoint, Func<Cursor, Cursor> change, CancellationToken cancel)
    {
        for (var i = 0; i < Tries; i++)
            if (await CursorOf(endpoint, cancel) is not { } cursor)
                throw new ApiException(
                    409, EndpointRefusals.NoConsent, "Its receiver has not consented: POST /api/endpoints/{id}/consent asks it again.");
            else if (await cursors.Save(change(cursor), cancel) is not null)
                return;
        throw new ApiException(
            409, EndpointRefusals.Busy, "Deliveries follow each other too quickly at this moment: send the request again.");
    }

    /// <summary>Pauses it, or sets it going again from where it stopped.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="state">What it is set to.</param>
    /// <param name="halt">Who of the Secretariat pauses it, and when; null where its partner does.</param>
    /// <param name="reason">Why, as its partner reads it.</param>
    /// <param name="cancel">Gives up.</param>
    internal Task Set(Endpoint endpoint, CursorState state, Halt? halt, string? reason, CancellationToken cancel) => Change(
        endpoint,
        c => c with { State = state, StateReason = reason, Halt = halt, Attempts = 0, FailingSince = null, DueAt = null },
        cancel);

    /// <summary>How far it has come; null before its receiver's consent.</summary>
    internal Task<Cursor?> CursorOf(Endpoint endpoint, CancellationToken cancel) =>
        cursors.Find(WebhookChannel.ChannelName, endpoint.Id, cancel);

    /// <summary>An endpoint as its partner sees it.</summary>
    internal async Task<EndpointView> View(Endpoint endpoint, CancellationToken cancel) =>
        EndpointView.Of(endpoint, await CursorOf(endpoint, cancel));

    /// <summary>Counts a call that a partner has the hub make at once; 429 where it has to wait.</summary>
    internal async Task TakeTurn(string partner, string id, CallKind kind, CancellationToken cancel)
    {
        if (await limits.Take(partner, id, kind, cancel) is { } wait)
            throw EndpointRefusals.Wait(wait);
    }

    private static ApiException NoSuch() => new(404, "No such endpoint", "GET /api/endpoints lists yours.");
}
