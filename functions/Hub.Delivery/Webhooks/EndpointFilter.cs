using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Delivery.Webhooks;

/// <summary>
/// Which events an endpoint wants: those that match every list that is not empty. An event without a State matches no list of States.
/// </summary>
/// <param name="Types">Event types.</param>
/// <param name="States">States.</param>
/// <param name="Matters">Matters of the record.</param>
/// <param name="Networks">Networks of the membership.</param>
public sealed record EndpointFilter(
    IReadOnlyList<EventType>? Types = null, IReadOnlyList<StateCode>? States = null, IReadOnlyList<Matter>? Matters = null,
    IReadOnlyList<string>? Networks = null)
{
    /// <summary>Whether an event is wanted.</summary>
    public bool Wants(DirectoryEvent e) => Refuses(e) is null;

    /// <summary>The list that an event does not match; null where it is wanted.</summary>
    public string? Refuses(DirectoryEvent e) => e switch
    {
        _ when Types is { Count: > 0 } && !Types.Contains(e.Type) => "types",
        _ when States is { Count: > 0 } && !States.Any(s => s == e.State) => "states",
        _ when Matters is { Count: > 0 } && !(e.Facts.Matters ?? []).Intersect(Matters).Any() => "matters",
        _ when Networks is { Count: > 0 } && !Networks.Any(n => n == e.Facts.Network) => "networks",
        _ => null,
    };

    /// <summary>What in it there is not: a filter that matches nothing by a slip would be silent for ever.</summary>
    public IEnumerable<(string Field, string Value)> Unknown(StateCatalog states, NetworkCatalog networks) =>
        (States ?? []).Where(s => !states.Contains(s)).Select(s => ("states", s.Value))
            .Concat((Networks ?? []).Where(n => networks.All.All(known => known.Id != n)).Select(n => ("networks", n)));
}
