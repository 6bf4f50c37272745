using Hub.Register.States;

namespace Hub.Register.Networks;

/// <summary>A State by which two others can be brought together: it shares a network with each.</summary>
/// <param name="State">The State.</param>
/// <param name="WithFirst">The networks it shares with the one.</param>
/// <param name="WithSecond">The networks it shares with the other.</param>
public sealed record Bridge(StateCode State, IReadOnlyList<Network> WithFirst, IReadOnlyList<Network> WithSecond);

/// <summary>Which States meet in which networks. A network that is not known to work connects nobody.</summary>
public sealed class Connections
{
    private readonly Dictionary<StateCode, IReadOnlyList<Network>> _networks;
    private readonly StateCatalog _states;

    /// <summary>On the directory's day.</summary>
    public Connections(NetworkDirectory directory)
    {
        _states = directory.States;
        var working = directory.Networks.Where(n => n.Status == NetworkStatus.Operating).ToDictionary(n => n.Id);
        _networks = working.Values.SelectMany(n => directory.MembersOf(n.Id)).GroupBy(m => m.State)
            .ToDictionary(g => g.Key, IReadOnlyList<Network> (g) => [.. g.Select(m => working[m.Network])]);
    }

    /// <summary>The networks to which both belong.</summary>
    public IReadOnlyList<Network> Shared(StateCode one, StateCode other) => [.. Of(one).Intersect(Of(other))];

    /// <summary>The States and jurisdictions that share a network with one, with those they share; most first.</summary>
    public IReadOnlyList<(StateCode State, IReadOnlyList<Network> Networks)> Around(StateCode one) =>
    [
        .. _networks.Keys.Where(s => s != one).Select(s => (s, Shared(one, s))).Where(s => s.Item2.Count > 0)
            .OrderByDescending(s => s.Item2.Count).ThenBy(s => s.s.Value, StringComparer.Ordinal),
    ];

    /// <summary>The States that share no network with one.</summary>
    public IReadOnlyList<StateCode> Beyond(StateCode one) =>
        [.. _states.All.Where(s => !s.IsJurisdiction && s.Alpha3 != one && Shared(one, s.Alpha3).Count == 0).Select(s => s.Alpha3)];

    /// <summary>The States that share a network with each of two; those with most ties first.</summary>
    public IEnumerable<Bridge> Between(StateCode one, StateCode other) =>
        _networks.Keys.Where(s => s != one && s != other && !_states[s].IsJurisdiction)
            .Select(s => new Bridge(s, Shared(s, one), Shared(s, other)))
            .Where(b => b.WithFirst.Count > 0 && b.WithSecond.Count > 0)
            .OrderByDescending(b => b.WithFirst.Count + b.WithSecond.Count).ThenBy(b => b.State.Value, StringComparer.Ordinal);

    private IReadOnlyList<Network> Of(StateCode state) => _networks.GetValueOrDefault(state) ?? [];
}
