using Hub.Delivery.Webhooks;
using Hub.Delivery.Webhooks.Partners;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Work.Runner;

namespace Hub.Pages.Portal.Deliveries;

/// <summary>An attempt, with the event that it carried.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Event">Its event; null where the log has none of that number.</param>
/// <param name="State">The State that the event is about, by name; null where it is about all.</param>
public sealed record DeliveryRow(Attempt Attempt, DirectoryEvent? Event, string? State) : Confidential;

/// <summary>A page of what was sent to an endpoint.</summary>
/// <param name="Endpoint">The endpoint, without its secrets.</param>
/// <param name="Rows">The attempts, the newest first.</param>
/// <param name="Next">The mark of those before; null where there are none.</param>
public sealed record DeliveryList(Endpoint Endpoint, IReadOnlyList<DeliveryRow> Rows, string? Next) : Confidential;

/// <summary>One event on its way to an endpoint.</summary>
/// <param name="Endpoint">The endpoint, without its secrets.</param>
/// <param name="Event">The event.</param>
/// <param name="State">The State that it is about, by name.</param>
/// <param name="Summary">What became of it.</param>
/// <param name="Body">The body as it is sent.</param>
/// <param name="MaySend">Whether it can be sent again by itself.</param>
public sealed record DeliveryDetail(
    Endpoint Endpoint, DirectoryEvent Event, string? State, DeliverySummary Summary, string Body, bool MaySend) : Confidential;

/// <summary>What recovering does.</summary>
/// <param name="Endpoint">The endpoint, without its secrets.</param>
/// <param name="Day">Since when, as it was typed.</param>
/// <param name="After">The last event before; null where no day was asked for yet.</param>
/// <param name="Events">How many events come after it.</param>
/// <param name="Wanted">How many of them the endpoint's filter wants.</param>
public sealed record Recovery(Endpoint Endpoint, string? Day, long? After, long Events, long Wanted) : Confidential;
