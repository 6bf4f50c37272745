using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Hub.Register.Json;
using Hub.Register.Text;

namespace Hub.Register.States;

/// <summary>Every State and jurisdiction the hub knows, by code, by name in six languages and by the names they went by before.</summary>
public sealed class StateCatalog
{
    private const int MostMeant = 5;

    private readonly FrozenDictionary<StateCode, State> _byCode;
    private readonly FrozenDictionary<string, StateCode> _byName;

    /// <summary>The catalogue; the fictional State of the samples (ISO user-assigned code XAA) only where the setting says so.</summary>
    public StateCatalog(bool withFictionalStates = false)
    {
        var states = Read("states.json", false).Concat(Read("jurisdictions.json", true)).Concat(Read("others.json", false))
            .Concat(Read("observers.json", false).Select(s => s with { IsObserver = true }));
        if (withFictionalStates)
            states = states.Concat(Read("fictional.json", false));
        var regions = (JsonObject)EmbeddedData.Read("regions.json");
        Subregions = [.. regions.Select(r => r.Key)];
        var subregions = regions.SelectMany(r => ((string)r.Value!).Split(' ').Select(state => (State: new StateCode(state), r.Key)))
            .ToDictionary(r => r.State, r => r.Key);
        _byCode = states.Select(s => s with { Subregion = subregions.GetValueOrDefault(s.Alpha3) }).ToFrozenDictionary(s => s.Alpha3);
        _byName = Names().DistinctBy(n => n.Key).ToFrozenDictionary(n => n.Key, n => n.Value);
    }

    /// <summary>All of them, jurisdictions included, in the order of their codes.</summary>
    public IEnumerable<State> All => _byCode.Values.OrderBy(s => s.Alpha3.Value, StringComparer.Ordinal);

    /// <summary>The geographical sub-regions (M49), continent by continent.</summary>
    public IReadOnlyList<string> Subregions { get; }

    /// <summary>Their names and codes, as they are looked up.</summary>
    internal IEnumerable<KeyValuePair<string, StateCode>> Keys => _byName;

    /// <summary>The State of a code.</summary>
    public State this[StateCode code] => _byCode.GetValueOrDefault(code)
        ?? new State(code, null, new Dictionary<string, string> { ["en"] = code.Value }, IsJurisdiction: true);

    /// <summary>Whether the code is known.</summary>
    public bool Contains(StateCode code) => _byCode.ContainsKey(code);

    /// <summary>Finds a State by its code, or by a name, old name or other code that has to be normalised (V08).</summary>
    public bool TryFind(string? text, [NotNullWhen(true)] out State? state, out bool normalised)
    {
        state = null;
        normalised = false;
        if (text is null)
            return false;
        if (StateCode.IsWellFormed(text) && _byCode.TryGetValue(new(text), out state))
            return true;
        foreach (var key in StateNames.Keys(text))
            if (!normalised && _byName.TryGetValue(key, out var code))
                (state, normalised) = (this[code], true);
        return normalised;
    }

    private IEnumerable<KeyValuePair<string, StateCode>> Names()
    {
        foreach (var state in All)
        {
            yield return new(state.Alpha3.Value, state.Alpha3);
            if (state.Alpha2 is { } alpha2)
                yield return new(alpha2, state.Alpha3);
            foreach (var name in state.Names.Values)
                yield return new(StateNames.Key(name), state.Alpha3);
        }
        foreach (var (name, code) in (JsonObject)EmbeddedData.Read("aliases.json"))
            yield return new(StateNames.Key(name), new((string)code!));
    }

    private static IEnumerable<State> Read(string file, bool isJurisdiction) =>
        from node in (JsonArray)EmbeddedData.Read(file)
        let names = ((JsonObject)node!["name"]!).ToDictionary(n => n.Key, n => (string)n.Value!)
        select new State(new((string)node["alpha3"]!), (string?)node["alpha2"], names, isJurisdiction)
        {
            Of = (string?)node["of"] is { } of ? new(of) : null, IsMember = file is "states.json" or "fictional.json",
        };

    /// <summary>The few States of whose names a text is a part by whole words: <c>Korea</c>. None where there are many.</summary>
    public IReadOnlyList<State> Meant(string text)
    {
        var sought = $" {StateNames.Key(text)} ";
        var codes = sought.Length < FoldedText.LeastToSearch + 2 ? []
            : _byName.Where(n => $" {n.Key} ".Contains(sought, StringComparison.Ordinal)).Select(n => n.Value).ToHashSet();
        return codes.Count > MostMeant ? [] : [.. All.Where(s => codes.Contains(s.Alpha3))];
    }

    /// <summary>The States and jurisdictions that a text could mean: those it is a name or code of, or a part of a name of.</summary>
    public IEnumerable<State> Search(string text)
    {
        if (StateNames.Key(text) is not { Length: > 0 } sought)
            return [];
        var parts = sought.Length < FoldedText.LeastToSearch ? [] : _byName.Where(n => n.Key.Contains(sought, StringComparison.Ordinal));
        var codes = parts.Select(n => n.Value).Append(_byName.GetValueOrDefault(sought)).ToHashSet();
        return All.Where(s => codes.Contains(s.Alpha3));
    }
}
