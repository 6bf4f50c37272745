using Hub.Delivery.Webhooks;
using Hub.Work.Runner;
using Endpoint = Hub.Delivery.Webhooks.Endpoint;

namespace Hub.Functions.Partners;

/// <summary>An endpoint as its partner sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Url">Where the hub posts.</param>
/// <param name="Filter">Which events it wants; all where absent.</param>
/// <param name="Rate">Deliveries a minute at most, as the partner wishes.</param>
/// <param name="Consent">What its receiver answered.</param>
/// <param name="State">Whether it is delivered to.</param>
/// <param name="Reason">Why it is not.</param>
/// <param name="Position">The last event that was dealt with.</param>
/// <param name="FailedAttempts">Failures since a delivery last arrived.</param>
/// <param name="FailingSince">When the first of them was, UTC.</param>
/// <param name="NextAttemptAt">When the next attempt is due, UTC.</param>
/// <param name="NewUrl">Another address, which waits for its code.</param>
public sealed record EndpointView(
    string Id, string Url, EndpointFilter? Filter, int? Rate, Consent? Consent, EndpointState State, string? Reason, long Position,
    int FailedAttempts, DateTimeOffset? FailingSince, DateTimeOffset? NextAttemptAt, string? NewUrl)
{
    /// <summary>Tells its present secret from others, without telling anything of it.</summary>
    public required string SecretMark { get; init; }

    /// <summary>Its secret, where it was just made.</summary>
    public string? Secret { get; init; }

    /// <summary>Until when the secret before signs too, UTC, where that was just replaced.</summary>
    public DateTimeOffset? EarlierSecretUntil { get; init; }

    /// <summary>The view of an endpoint and its cursor.</summary>
    public static EndpointView Of(Endpoint endpoint, Cursor? cursor) => new(
        endpoint.Id, endpoint.Url, endpoint.Filter, endpoint.Rate, endpoint.Consent, EndpointStates.Of(cursor),
        cursor is null ? endpoint.Consent?.Problem : cursor.StateReason, cursor?.Position ?? endpoint.After, cursor?.Attempts ?? 0,
        cursor?.FailingSince, cursor?.DueAt, endpoint.Change?.Url)
    {
        SecretMark = endpoint.SecretMark,
    };
}
