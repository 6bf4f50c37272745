using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Core.Json;
using Hub.Core.Register;
using Hub.Core.States;

namespace Hub.Core.Editions;

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
        new(states.SelectMany(Of).ToDictionary(), UnitKey.InOrder);

    /// <summary>The States that things make up.</summary>
    public static IReadOnlyList<EditionState> States(SortedDictionary<UnitKey, JsonObject> units) =>
        [.. units.GroupBy(u => u.Key.State).Select(g => State(g.Key, g.ToLookup(u => u.Key.Subject, u => u.Value)))];

    private static IEnumerable<KeyValuePair<UnitKey, JsonObject>> Of(EditionState state) =>
    [
        Unit(state, EditionSubject.State, "", Json(new StateHead(state.Names, state.IsJurisdiction))),
        .. state.LegalBasis.Select(l => Unit(state, EditionSubject.LegalBasis, $"{(int)l.Instrument}", Json(l))),
        .. state.NilDeclarations.Select(n => Unit(state, EditionSubject.NilDeclaration, PairKey(n.Pair), Json(n))),
        .. state.Networks.Select(n => Unit(state, EditionSubject.Membership, n.Network, Json(n))),
        .. state.Authorities.Select(a => Unit(state, EditionSubject.Authority, a.RecordId, Flat(a))),
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

    private static KeyValuePair<UnitKey, JsonObject> Unit(EditionState state, EditionSubject subject, string id, JsonObject value) =>
        new(new(state.State, subject, id), value);

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
