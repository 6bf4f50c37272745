using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Register.Records;

/// <summary>
/// The record of a competent authority. Who may see a field is where it stands: <see cref="Public"/> everyone, <see cref="Restricted"/>
/// and <see cref="Upkeep"/> the directory's readers, <see cref="Secretariat"/> the Secretariat alone.
/// </summary>
public sealed record Authority : Confidential
{
    /// <summary>Identifies the record through all its versions.</summary>
    public required string Id { get; init; }

    /// <summary>1 for the first version, one more for each change.</summary>
    public required int Version { get; init; }

    /// <summary>What everyone may see.</summary>
    public required AuthorityPublic Public { get; init; }

    /// <summary>What the directory's readers may see.</summary>
    public required AuthorityRestricted Restricted { get; init; }

    /// <summary>What the hub itself keeps, for the directory's readers.</summary>
    public required AuthorityUpkeep Upkeep { get; init; }

    /// <summary>What the Secretariat alone may see.</summary>
    public AuthoritySecretariat Secretariat { get; init; } = new();

    /// <summary>The State it belongs to.</summary>
    public StateCode State() => Public.State;

    /// <summary>Its name, in the language asked for or the nearest there is.</summary>
    public string Name(Language language) => Restricted.NameIn(language.Code());

    /// <summary>The record as its readers get it: one flat object, without what is the Secretariat's.</summary>
    public JsonObject ForReaders()
    {
        var record = new JsonObject { ["recordId"] = Id, ["version"] = Version };
        foreach (var part in new[] { Part(Public), Part(Restricted), Part(Upkeep) })
            foreach (var (name, value) in part)
                record[name] = value?.DeepClone();
        return record;
    }

    /// <summary>The part of it that a State fills in: what a change may set.</summary>
    public JsonObject Form()
    {
        var form = Part(Public);
        foreach (var (name, value) in Part(Restricted))
            form[name] = value?.DeepClone();
        return form;
    }

    /// <summary>
    /// SHA-256 of the canonical form of what readers get. The salt in it keeps those who cannot read the record from guessing a telephone
    /// number by hashing every candidate.
    /// </summary>
    public string Hash() => CanonicalJson.Sha256(ForReaders());

    private static JsonObject Part<T>(T part) => (JsonObject)JsonSerializer.SerializeToNode(part, HubJson.Options)!;
}
