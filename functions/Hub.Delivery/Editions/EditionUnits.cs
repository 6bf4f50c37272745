using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Delivery.Editions;

/// <summary>What a change between editions is about.</summary>
public enum EditionSubject
{
    /// <summary>The State itself: its names.</summary>
    State,

    /// <summary>A declaration on the legal basis of extradition.</summary>
    LegalBasis,

    /// <summary>A declaration that there is no authority.</summary>
    NilDeclaration,

    /// <summary>A membership of a network.</summary>
    Membership,

    /// <summary>An authority.</summary>
    Authority,
}

/// <summary>Names one thing in an edition that can come, change or go.</summary>
/// <param name="State">Whose.</param>
/// <param name="Subject">What kind of thing.</param>
/// <param name="Id">Which: an instrument, a pair, a network, a record.</param>
public readonly record struct UnitKey(StateCode State, EditionSubject Subject, string Id)
{
    /// <summary>The order of an edition: by State, kind of thing and id.</summary>
    public static IComparer<UnitKey> InOrder { get; } = Comparer<UnitKey>.Create(Compare);

    private static int Compare(UnitKey left, UnitKey right)
    {
        var byState = string.CompareOrdinal(left.State.Value, right.State.Value);
        var bySubject = left.Subject.CompareTo(right.Subject);
        return byState != 0 ? byState : bySubject != 0 ? bySubject : string.CompareOrdinal(left.Id, right.Id);
    }
}

/// <summary>An edition's States taken apart into flat things, which can be compared one by one, and put together again.</summary>
public static class EditionUnits
{
    /// <summary>The things of an edition, in order.</summary>
    public static SortedDictionary<UnitKey, JsonObject> Of(IEnumerable<EditionState> states) => 
        // What stands twice is one thing.
        new(states.SelectMany(Of).DistinctBy(u => u.Key).ToDictionary(), UnitKey.InOrder);

    /// <summary>The States that things make up.</summary>
    public static IReadOnlyList<EditionState> States(SortedDictionary<UnitKey, JsonObject> units) =>
        [.. units.GroupBy(u => u.Key.State).Select(g => State(g.Key, g.ToLookup(u => u.Key.Subject, u => u.Value)))];

    /// <summary>The names of the things of an edition.</summary>
    public static IEnumerable<UnitKey> Keys(IEnumerable<EditionState> states) => states.SelectMany(s => (IEnumerable<UnitKey>)
    [
        new(s.State, EditionSubject.State, ""), .. s.LegalBasis.Select(l => Key(s, l)), .. s.NilDeclarations.Select(n => Key(s, n)),
        .. s.Networks.Select(n => Key(s, n)), .. s.Authorities.Select(a => Key(s, a)),
    ]);

    /// <summary>The States with some of their things only.</summary>
    /// <param name="states">The States.</param>
    /// <param name="isKept">Whether a thing stays; a State that does not takes everything with it.</param>
    public static IReadOnlyList<EditionState> Where(IEnumerable<EditionState> states, Func<UnitKey, bool> isKept) =>
    [
        .. states.Where(s => isKept(new(s.State, EditionSubject.State, ""))).Select(s => s with
        {
            LegalBasis = [.. s.LegalBasis.Where(l => isKept(Key(s, l)))],
            NilDeclarations = [.. s.NilDeclarations.Where(n => isKept(Key(s, n)))],
            Networks = [.. s.Networks.Where(n => isKept(Key(s, n)))],
            Authorities = [.. s.Authorities.Where(a => isKept(Key(s, a)))],
        }),
    ];

    private static UnitKey Key(EditionState state, LegalBasis declared) =>
        new(state.State, EditionSubject.LegalBasis, $"{(int)declared.Instrument}");

    private static UnitKey Key(EditionState state, NilDeclaration nil) =>
        new(state.State, EditionSubject.NilDeclaration, PairKey(nil.Pair));

    private static UnitKey Key(EditionState state, EditionMembership member) =>
        new(state.State, EditionSubject.Membership, member.Network);

    private static UnitKey Key(EditionState state, EditionAuthority authority) =>
        new(state.State, EditionSubject.Authority, authority.RecordId);

    private static IEnumerable<KeyValuePair<UnitKey, JsonObject>> Of(EditionState state) =>
    [
        new(new(state.State, EditionSubject.State, ""), Json(new StateHead(state.Names, state.IsJurisdiction))),
        .. state.LegalBasis.Select(l => KeyValuePair.Create(Key(state, l), Json(l))),
        .. state.NilDeclarations.Select(n => KeyValuePair.Create(Key(state, n), Json(n))),
        .. state.Networks.Select(n => KeyValuePair.Create(Key(state, n), Json(n))),
        .. state.Authorities.Select(a => KeyValuePair.Create(Key(state, a), Flat(a))),
    ];

    private static EditionState State(StateCode code, ILookup<EditionSubject, JsonObject> units)
    {
        var head = Read<StateHead>(units[EditionSubject.State].Single());
        return new(
            code, head.Names, head.IsJurisdiction, All<LegalBasis>(units[EditionSubject.LegalBasis]),
            All<NilDeclaration>(units[EditionSubject.NilDeclaration]), All<EditionMembership>(units[EditionSubject.Membership]),
            [.. units[EditionSubject.Authority].Select(Authority)]);
    }

    // Article numbers sort as texts, as the edition has them.
    private static string PairKey(Pair pair) => $"{(int)pair.Instrument}-{(int)pair.Matter:D2}-{pair.Article}";

    private static JsonObject Flat(EditionAuthority authority)
    {
        var flat = new JsonObject { ["recordId"] = authority.RecordId, ["version"] = authority.Version };
        foreach (var part in new[] { Json(authority.Public), Json(authority.Restricted), Json(authority.Upkeep) })
            foreach (var (name, value) in part)
                flat[name] = value?.DeepClone();
        return flat;
    }

    /// <summary>The authority that a flat thing is.</summary>
    public static EditionAuthority Authority(JsonObject flat) => new(
        (string)flat["recordId"]!, (int)flat["version"]!, Read<AuthorityPublic>(flat), Read<AuthorityRestricted>(flat),
        Read<AuthorityUpkeep>(flat));

    private static IReadOnlyList<T> All<T>(IEnumerable<JsonObject> units) => [.. units.Select(Read<T>)];

    private static T Read<T>(JsonObject json) => json.Deserialize<T>(HubJson.Options)!;

    private static JsonObject Json<T>(T value) => (JsonObject)JsonSerializer.SerializeToNode(value, HubJson.Options)!;

    private sealed record StateHead(IReadOnlyDictionary<string, string> Names, bool IsJurisdiction);
}
