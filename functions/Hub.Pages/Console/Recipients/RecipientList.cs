using Hub.Notices.Recipients;
using Hub.Pages.Console.Lists;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Pages.Console.Recipients;

/// <summary>Which recipients somebody wants to see.</summary>
/// <param name="State">Of which State; null for all.</param>
/// <param name="Kind">Of which kind; null for all.</param>
/// <param name="IsBouncing">Only those whose mails come back.</param>
/// <param name="Text">What their names or addresses hold; null for anything.</param>
public sealed record RecipientFilter(StateCode? State, RecipientKind? Kind, bool IsBouncing, string? Text) : Confidential
{
    /// <summary>The address of the list.</summary>
    public string Address() => PageRange.AddressOf(
        "/console/recipients", ("state", State?.Value), ("kind", Kind?.Code()), ("bouncing", IsBouncing ? "true" : null), ("text", Text));
}

/// <summary>Who gets mails.</summary>
public enum RecipientKind
{
    /// <summary>A mission, or another office that the Secretariat entered.</summary>
    Mission,

    /// <summary>A designated authority, by its record.</summary>
    Authority,
}

/// <summary>A recipient in the list.</summary>
/// <param name="Recipient">The recipient.</param>
/// <param name="StateName">The name of its State.</param>
/// <param name="Cadence">How often it is told.</param>
/// <param name="LastMail">When its last mail of changes went, UTC; null where none did.</param>
/// <param name="Bounce">Why mails come back from it; null where none do.</param>
/// <param name="IsStopped">Whether nothing is sent to it for that.</param>
public sealed record RecipientRow(
    Recipient Recipient, string StateName, Cadence Cadence, DateTimeOffset? LastMail, BounceCause? Bounce, bool IsStopped) : Confidential
{
    /// <summary>What it is.</summary>
    public RecipientKind Kind => Recipient.RecordId() is null ? RecipientKind.Mission : RecipientKind.Authority;
}

/// <summary>A list of recipients.</summary>
/// <param name="Filter">What was chosen.</param>
/// <param name="Range">Which page of it.</param>
/// <param name="Rows">The recipients of the page.</param>
/// <param name="States">The States, by code and name.</param>
public sealed record RecipientList(
    RecipientFilter Filter, PageRange Range, IReadOnlyList<RecipientRow> Rows, IReadOnlyList<(string Code, string Text)> States)
    : Confidential
{
    /// <summary>The part of an address that was looked for; null where none was.</summary>
    public string? Looked { get; init; }
}
