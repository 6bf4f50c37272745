using Hub.Delivery.Webhooks;
using Hub.Register.Json;
using Hub.Work.Runner;

namespace Hub.Pages.Portal.Endpoints;

/// <summary>An endpoint, and how its deliveries go.</summary>
/// <param name="Endpoint">The endpoint, without its secrets.</param>
/// <param name="Cursor">How far it has come; null before its receiver's consent.</param>
/// <param name="Behind">How many events it has to go.</param>
/// <param name="Arrived">How many attempts of the last seven days arrived.</param>
/// <param name="Attempts">How many there were.</param>
/// <param name="ArrivedAt">When one arrived last, UTC, as far as that is remembered.</param>
public sealed record EndpointLine(
    Endpoint Endpoint, Cursor? Cursor, long Behind, int Arrived, int Attempts, DateTimeOffset? ArrivedAt) : Confidential
{
    /// <summary>The state, as a part of the keys of its words.</summary>
    public string State => Cursor switch
    {
        null => Endpoint.Consent is Consent.Denied ? "Denied" : "Waits",
        { State: CursorState.Active, FailingSince: not null } => "Failing",
        { State: CursorState.Active } => "Active",
        { State: CursorState.Paused, Halt: not null } => "Halted",
        { State: CursorState.Paused } => "Paused",
        _ => "Disabled",
    };

    /// <summary>The colour of its tag.</summary>
    public string Colour => State switch
    {
        "Active" => "green",
        "Failing" => "yellow",
        "Paused" or "Waits" => "grey",
        _ => "red",
    };

    /// <summary>What the receiver answered, or why it is not delivered to, as it was noted; in English.</summary>
    public string? Reason => Cursor is null ? Endpoint.Consent?.Problem : Cursor.StateReason;

    /// <summary>What a page showed, so that whoever decides has seen it.</summary>
    public string Mark => Cursor?.State.Code() ?? "";
}
