using Hub.Register.Json;
using Hub.Work.Runner;

namespace Hub.Pages.Console.Operations;

/// <summary>An endpoint and how its messages go.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Partner">Its partner.</param>
/// <param name="Url">Where the hub posts.</param>
/// <param name="State">Whether it is delivered to; null where its receiver has not consented.</param>
/// <param name="Reason">Why it is not.</param>
/// <param name="Halt">Who of the Secretariat paused it, and when.</param>
/// <param name="Behind">How many events it has to go.</param>
/// <param name="FailingSince">Since when its deliveries fail, UTC.</param>
/// <param name="DeliveredAt">When one arrived last, UTC, as far as that is remembered.</param>
public sealed record EndpointLine(
    string Id, string Partner, string Url, CursorState? State, string? Reason, Halt? Halt, long Behind, DateTimeOffset? FailingSince,
    DateTimeOffset? DeliveredAt) : Confidential;
