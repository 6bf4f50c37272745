using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Hub.Register.Json;
using Hub.Register.Problems;
using Hub.Register.States;
using Hub.Register.Text;

namespace Hub.Register.Lookup;

/// <summary>Which State somebody may have meant.</summary>
/// <param name="State">The one that is taken; null where none is, or several may be meant.</param>
/// <param name="IsExact">Whether what was typed is a name or code of it.</param>
/// <param name="Others">Others that may be meant, the likeliest first.</param>
public sealed record StateFound(State? State, bool IsExact, IReadOnlyList<State> Others);

/// <summary>
/// Finds States as people type them: by codes, by names in six languages and their own (Unicode's CLDR), by old names, by parts of
/// names and with typing errors.
/// </summary>
public sealed class StateLookup
{
    private const int MostOthers = 8;
    private const int LongestName = 80;
    private const int LongestCode = 3;

    private static readonly FrozenDictionary<string, StateCode> OwnNames = ReadOwnNames();

    private readonly StateCatalog _states;
    private readonly (string Key, StateCode State)[] _names;

    /// <summary>Among the States of a catalogue.</summary>
    public StateLookup(StateCatalog states)
    {
        ArgumentNullException.ThrowIfNull(states);
        _states = states;
        _names = [.. states.Keys.Concat(OwnNames).Where(n => n.Key.Length > 3 && states.Contains(n.Value)).Select(n => (n.Key, n.Value))];
    }

    /// <summary>The State that a text means, and others that it may mean.</summary>
    public StateFound Find(string? text)
    {
        if (text is null or { Length: > FoldedText.Longest } || StateNames.Key(text) is not { Length: > 0 and <= LongestName } key)
            return new(null, false, []);
        var parts = Parts(key);
        if (Exact(text, key) is { } exact)
            return new(exact, true, [.. Alike(key).Where(s => s.Alpha3 != exact.Alpha3 && !s.IsJurisdiction).Take(MostOthers)]);
        if (parts.Count == 0)
            return Misspelt(key);
        // A name with a letter left out may be a part of another's.
        List<State> likely = [.. parts.Concat(Near(key, most: 1).Select(n => n.State)).DistinctBy(s => s.Alpha3).Take(MostOthers)];
        return likely is [var only] ? new(only, false, []) : new(null, false, likely);
    }

    /// <summary>The State of which a text is exactly a name or a code; null where it is of none.</summary>
    public State? Exact(string text) => Exact(text, StateNames.Key(text));

    // Nobody who writes a code means the words of a name.
    private List<State> Alike(string key) => key.Length <= LongestCode ? [] : Parts(key, wordsOnly: true);

    private State? Exact(string text, string key)
    {
        if (_states.TryFind(text.Trim().ToUpperInvariant(), out var state, out _))
            return state;
        return OwnNames.TryGetValue(key, out var own) && _states.Contains(own) ? _states[own] : null;
    }

    // Those that begin with it come first.
    private List<State> Parts(string key, bool wordsOnly = false) => key.Length < FoldedText.LeastToSearch ? [] :
    [
        .. _names.Where(n => n.Key.StartsWith(key, StringComparison.Ordinal)
                || n.Key.Contains(wordsOnly ? " " + key : key, StringComparison.Ordinal))
            .OrderBy(n => n.Key.StartsWith(key, StringComparison.Ordinal) ? 0 : n.Key.Contains(" " + key, StringComparison.Ordinal) ? 1 : 2)
            .ThenBy(n => n.Key.Length).ThenBy(n => n.State.Value, StringComparer.Ordinal)
            .Select(n => n.State).Distinct().Select(s => _states[s]),
    ];

    // A short name has room for one slip only: with two it is another's.
    private StateFound Misspelt(string key)
    {
        var most = key.Length switch { <= 3 => 0, <= 5 => 1, <= 15 => 2, _ => 3 };
        return Near(key, most) switch
        {
            [] => new(null, false, []),
            [var only] => new(only.State, false, []),
            [var first, var second, ..] near when first.Edits < second.Edits =>
                new(first.State, false, [.. near.Skip(1).Take(MostOthers).Select(n => n.State)]),
            var near => new(null, false, [.. near.Take(MostOthers).Select(n => n.State)]),
        };
    }

    private List<(State State, int Edits)> Near(string key, int most) =>
    [
        .. _names.Where(n => Math.Abs(n.Key.Length - key.Length) <= most)
            .Select(n => (n.State, Edits: Nearest.Edits(key, n.Key))).Where(n => n.Edits <= most)
            .GroupBy(n => n.State).Select(g => (State: _states[g.Key], Edits: g.Min(n => n.Edits)))
            .OrderBy(n => n.Edits).ThenBy(n => n.State.Alpha3.Value, StringComparer.Ordinal),
    ];

    private static FrozenDictionary<string, StateCode> ReadOwnNames() =>
        ((JsonObject)EmbeddedData.Read("endonyms.json"))
            .SelectMany(s => ((JsonArray)s.Value!).Select(n => (Key: StateNames.Key((string)n!), State: new StateCode(s.Key))))
            .Where(n => n.Key.Length > 1).DistinctBy(n => n.Key).ToFrozenDictionary(n => n.Key, n => n.State);
}
