using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Lookup;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Directory.Lists;

/// <summary>A State's offices.</summary>
/// <param name="State">The State.</param>
/// <param name="Name">Its name.</param>
/// <param name="Offices">Its offices.</param>
public sealed record StateOffices(StateCode State, string Name, IReadOnlyList<PublicOffice> Offices) : IPublic;

/// <summary>What everyone may see of a State.</summary>
/// <param name="Listed">The State and its offices.</param>
/// <param name="Facts">What it declared.</param>
public sealed record StateView(StateOffices Listed, StateFacts Facts) : IPublic
{
    /// <summary>How many laws of it the library has.</summary>
    public int Laws { get; init; }

    /// <summary>The networks it belongs to.</summary>
    public IReadOnlyList<(Network Network, Membership Membership)> Networks { get; init; } = [];

    /// <summary>The pairs for which it has neither designated nor declared anything.</summary>
    public IReadOnlyList<Pair> Missing { get; init; } = [];

    /// <summary>What happened to its records, the last first.</summary>
    public IReadOnlyList<ChangedOffice> Changes { get; init; } = [];
}

/// <summary>Something that happened to a record.</summary>
/// <param name="At">When.</param>
/// <param name="Type">What.</param>
/// <param name="StateName">The name of its State.</param>
/// <param name="Office">The office.</param>
public sealed record ChangedOffice(DateTimeOffset At, EventType Type, string StateName, PublicOffice Office) : IPublic;

/// <summary>What changed since a day.</summary>
/// <param name="Since">The day.</param>
/// <param name="Changes">The changes, the last first: the first of them.</param>
/// <param name="Total">How many there are.</param>
public sealed record ChangesView(DateOnly Since, IReadOnlyList<ChangedOffice> Changes, int Total) : IPublic
{
    /// <summary>Whether what was typed is no day.</summary>
    public bool IsUnread { get; init; }
}

/// <summary>How many States have designated somebody for each matter.</summary>
/// <param name="States">How many there are.</param>
/// <param name="Matters">The matters, each with those that have.</param>
/// <param name="Regions">The same region by region for all matters together: its key, those that have, all.</param>
public sealed record CoverageView(
    int States, IReadOnlyList<(Matter Matter, int States)> Matters, IReadOnlyList<(string Region, int With, int States)> Regions) : IPublic;
