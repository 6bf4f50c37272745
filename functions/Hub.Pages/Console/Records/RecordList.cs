using Hub.Pages.Console.Lists;
using Hub.Register.Json;
using Hub.Register.Lookup;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Console.Records;

/// <summary>A record in a list.</summary>
/// <param name="Record">The record.</param>
/// <param name="Status">Where it stands today.</param>
public sealed record ListedRecord(Authority Record, RecordStatus Status) : Confidential;

/// <summary>A list of records.</summary>
/// <param name="Query">What was looked for.</param>
/// <param name="Range">Which page of it.</param>
/// <param name="Records">The records of the page.</param>
/// <param name="States">The States, with their names in the page's language.</param>
public sealed record RecordList(
    RecordQuery Query, PageRange Range, IReadOnlyList<ListedRecord> Records, IReadOnlyList<(string Code, string Name)> States)
    : Confidential
{
    /// <summary>The name of a State.</summary>
    public string Name(StateCode state) => States.FirstOrDefault(s => s.Code == state.Value).Name ?? state.Value;
}

/// <summary>Addresses of records and of what is about them.</summary>
public static class RecordAddress
{
    /// <summary>The list.</summary>
    public const string List = "/console/records";

    /// <summary>The list of what was looked for.</summary>
    public static string Of(RecordQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return PageRange.AddressOf(List, ("text", query.Text), ("state", query.State?.Value), ("instrument", query.Instrument?.Code()),
            ("matter", query.Matter?.Code()), ("scope", query.Scope == RecordScope.InForce ? null : query.Scope.Code()));
    }

    /// <summary>A record.</summary>
    public static string Record(string id) => $"{List}/{Uri.EscapeDataString(id)}";

    /// <summary>The networks.</summary>
    public const string Networks = "/console/networks";

    /// <summary>A network.</summary>
    public static string Network(string id) => $"{Networks}/{Uri.EscapeDataString(id)}";

    /// <summary>A State.</summary>
    public static string State(StateCode state) => $"/console/states/{state}";
}
