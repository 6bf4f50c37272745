using System.Runtime.CompilerServices;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Register.Text;

namespace Hub.Register.Lookup;

/// <summary>Which records are wanted.</summary>
public enum RecordScope
{
    /// <summary>Those designated for something, now or later.</summary>
    InForce,

    /// <summary>Those that are not any more.</summary>
    Ended,

    /// <summary>All.</summary>
    All,
}

/// <summary>Records as a person looks for them; everything absent matches all.</summary>
public sealed record RecordQuery
{
    // Folded once: a record is immutable.
    private static readonly ConditionalWeakTable<Authority, FoldedNames> Folded = [];

    private static readonly Comparer<(string Name, string Id)> ByName = Comparer<(string Name, string Id)>.Create((one, other) =>
        string.CompareOrdinal(one.Name, other.Name) is not 0 and var byName ? byName : string.CompareOrdinal(one.Id, other.Id));

    /// <summary>Words of the name, in whichever of its languages, or the record's id.</summary>
    public string? Text { get; init; }

    /// <summary>The State.</summary>
    public StateCode? State { get; init; }

    /// <summary>The instrument of a designation.</summary>
    public Instrument? Instrument { get; init; }

    /// <summary>The matter of a designation.</summary>
    public Matter? Matter { get; init; }

    /// <summary>Which of them.</summary>
    public RecordScope Scope { get; init; }

    /// <summary>The records that match on a day: State by State in the order of their names in a language, then by their own.</summary>
    public IReadOnlyList<Authority> Find(RegisterSnapshot register, StateCatalog states, Language language, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(register);
        var words = FoldedText.Of(Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var from = State is { } state ? register.Of(state) : register.Authorities.Values;
        var order = StringComparer.Create(language.Culture(), ignoreCase: false);
        return
        [
            .. from.Where(a => Matches(a, words, day)).GroupBy(a => a.State()).OrderBy(g => states[g.Key].Name(language), order)
                .SelectMany(g => g.OrderBy(a => (Names(a).In(language.Code()), a.Id), ByName)),
        ];
    }

    private bool Matches(Authority record, string[] words, DateOnly day) =>
        (Scope == RecordScope.All || record.Restricted.IsInForce(day) == (Scope == RecordScope.InForce))
        && ((Instrument is null && Matter is null) || Relevant(record, day).Any(d =>
            (Instrument is null || d.Instrument == Instrument) && (Matter is null || d.Matter == Matter)))
        && (string.IsNullOrEmpty(Text) || record.Id == Text
            || (words.Length > 0 && Names(record) is var names && words.All(names.Hold)));

    // Of what ended, everything it was for; of what is in force, what it is or will be for.
    private static IEnumerable<Designation> Relevant(Authority record, DateOnly day) => record.Restricted.IsInForce(day)
        ? record.Restricted.Designations.Where(d => d.EffectiveTo is null || d.EffectiveTo >= day)
        : record.Restricted.Designations;

    private static FoldedNames Names(Authority record) => Folded.GetValue(record, r => new(r.Restricted));

    private sealed class FoldedNames(AuthorityRestricted record)
    {
        private readonly Dictionary<string, string> _byTag = record.AuthorityName.ToDictionary(n => n.Key, n => FoldedText.Of(n.Value));
        private readonly string _unit = FoldedText.Of(record.UnitName ?? "");

        public bool Hold(string word) =>
            _unit.Contains(word, StringComparison.Ordinal) || _byTag.Values.Any(n => n.Contains(word, StringComparison.Ordinal));

        // The language asked for or the nearest there is, as the record says it.
        public string In(string tag) => _byTag.GetValueOrDefault(tag) ?? _byTag.GetValueOrDefault("en") ?? _byTag.Values.FirstOrDefault() ?? "";
    }
}
