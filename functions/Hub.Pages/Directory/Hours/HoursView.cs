using Hub.Register.Json;
using Hub.Register.Lookup;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Directory.Hours;

/// <summary>When some offices are open at once.</summary>
/// <param name="Offices">The offices, with the names of their States.</param>
/// <param name="Times">The times.</param>
public sealed record HoursView(IReadOnlyList<(Authority Record, string StateName)> Offices, IReadOnlyList<SharedTime> Times) : Confidential
{
    /// <summary>What was typed for the State of another office; null where nothing was.</summary>
    public string? Typed { get; init; }

    /// <summary>That State's name; null where it is not known.</summary>
    public string? StateName { get; init; }

    /// <summary>That State's offices.</summary>
    public IReadOnlyList<Authority> Choices { get; init; } = [];

    /// <summary>The States that may be meant instead.</summary>
    public IReadOnlyList<(StateCode State, string Name)> Similar { get; init; } = [];
}
