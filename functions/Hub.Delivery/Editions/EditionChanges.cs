using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.States;

namespace Hub.Delivery.Editions;

/// <summary>A field that differs between two editions.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Old">Its value before; absent where there was none.</param>
/// <param name="New">Its value now; absent where there is none.</param>
public sealed record FieldChange(string Field, JsonNode? Old, JsonNode? New) : Confidential;

/// <summary>Something that came, changed or went between two editions.</summary>
/// <param name="State">Whose.</param>
/// <param name="Subject">What it is.</param>
/// <param name="Id">Which of its kind.</param>
/// <param name="Fields">What differs.</param>
public sealed record EditionChange(StateCode State, EditionSubject Subject, string Id, IReadOnlyList<FieldChange> Fields) : Confidential
{
    /// <summary>Its name.</summary>
    public UnitKey Key() => new(State, Subject, Id);

    /// <summary>Whether it was not there before.</summary>
    public bool Came() => Fields.All(f => f.Old is null);

    /// <summary>Whether it is there no more.</summary>
    public bool Went() => Fields.All(f => f.New is null);
}

/// <summary>What changed from one edition to another, State by State.</summary>
/// <param name="Edition">The newer one.</param>
/// <param name="Previous">The older one; null where there was none, and everything is new.</param>
/// <param name="Changes">In the order of State codes.</param>
public sealed record EditionChanges(EditionId Edition, EditionId? Previous, IReadOnlyList<EditionChange> Changes) : Confidential
{
    /// <summary>The changes between two editions.</summary>
    public static EditionChanges Between(Edition? old, Edition @new) =>
        new(@new.Id, old?.Id, Between(old?.States ?? [], @new.States));

    /// <summary>The changes between two lists of States.</summary>
    public static IReadOnlyList<EditionChange> Between(IEnumerable<EditionState> old, IEnumerable<EditionState> @new)
    {
        var (before, after) = (EditionUnits.Of(old), EditionUnits.Of(@new));
        return
        [
            .. before.Keys.Union(after.Keys).Order(UnitKey.InOrder)
                .Select(k => new EditionChange(k.State, k.Subject, k.Id, Fields(before.GetValueOrDefault(k), after.GetValueOrDefault(k))))
                .Where(c => c.Fields.Count > 0),
        ];
    }

    /// <summary>What the older States become by changes.</summary>
    public static IReadOnlyList<EditionState> Apply(IEnumerable<EditionState> old, IEnumerable<EditionChange> changes)
    {
        var units = EditionUnits.Of(old);
        foreach (var change in changes)
        {
            var key = change.Key();
            var unit = units.GetValueOrDefault(key) ?? [];
            foreach (var field in change.Fields)
                Set(unit, field);
            units[key] = unit;
            if (unit.Count == 0)
                units.Remove(key);
        }
        return EditionUnits.States(units);
    }

    /// <summary>Its canonical bytes.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(CanonicalJson.Write(JsonSerializer.SerializeToNode(this, HubJson.Options)));

    private static void Set(JsonObject unit, FieldChange field)
    {
        unit.Remove(field.Field);
        if (field.New is not null)
            unit[field.Field] = field.New.DeepClone();
    }

    private static IReadOnlyList<FieldChange> Fields(JsonObject? old, JsonObject? @new) =>
    [
        .. (old ?? []).Concat(@new ?? []).Select(f => f.Key).Distinct().Order(StringComparer.Ordinal)
            .Select(name => new FieldChange(name, old?[name]?.DeepClone(), @new?[name]?.DeepClone()))
            .Where(f => !JsonNode.DeepEquals(f.Old, f.New)),
    ];
}
