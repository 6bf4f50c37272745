using System.Text;
using System.Text.Json;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Delivery.Editions;

/// <summary>What everyone may know of an edition: numbers, declarations and networks, and how nobody is reached.</summary>
public sealed record EditionAbstract : IPublic
{
    /// <summary>The edition.</summary>
    public required EditionId Edition { get; init; }

    /// <summary>The day it was closed.</summary>
    public required DateOnly CutOff { get; init; }

    /// <summary>The last event of the log that it takes in.</summary>
    public required long Sequence { get; init; }

    /// <summary>How many authorities it lists.</summary>
    public required int Authorities { get; init; }

    /// <summary>How many States have one.</summary>
    public required int StatesWithAuthorities { get; init; }

    /// <summary>How many authorities are designated for each matter.</summary>
    public required IReadOnlyList<MatterCount> ByMatter { get; init; }

    /// <summary>How many authorities are designated under each instrument.</summary>
    public required IReadOnlyList<InstrumentCount> ByInstrument { get; init; }

    /// <summary>State by State, in the order of codes.</summary>
    public required IReadOnlyList<AbstractState> States { get; init; }

    /// <summary>The abstract of an edition.</summary>
    public static EditionAbstract Of(Edition edition)
    {
        var all = edition.States.SelectMany(s => s.Authorities).ToList();
        return new()
        {
            Edition = edition.Id,
            CutOff = edition.CutOff,
            Sequence = edition.Sequence,
            Authorities = all.Count,
            StatesWithAuthorities = edition.StatesWithAuthorities(),
            ByMatter = Matters(all),
            ByInstrument =
            [
                .. all.SelectMany(a => a.Restricted.Designations.Select(d => d.Instrument).Distinct()).CountBy(i => i)
                    .OrderBy(c => c.Key).Select(c => new InstrumentCount(c.Key, c.Value)),
            ],
            States = [.. edition.States.Select(State)],
        };
    }

    /// <summary>Its canonical bytes, as everyone may read them.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(CanonicalJson.Write(JsonSerializer.SerializeToNode(this, HubJson.Public)));

    /// <summary>Reads one from its bytes.</summary>
    public static EditionAbstract Read(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<EditionAbstract>(bytes, HubJson.Options)!;

    private static AbstractState State(EditionState state) => new(
        state.State, state.Names, state.IsJurisdiction, state.Authorities.Count, Matters(state.Authorities), state.LegalBasis,
        state.Networks);

    private static IReadOnlyList<MatterCount> Matters(IEnumerable<EditionAuthority> authorities) =>
    [
        .. authorities.SelectMany(a => a.Restricted.Designations.Select(d => d.Matter).Distinct()).CountBy(m => m)
            .OrderBy(c => c.Key).Select(c => new MatterCount(c.Key, c.Value)),
    ];
}

/// <summary>How many authorities are designated for a matter.</summary>
/// <param name="Matter">The matter.</param>
/// <param name="Authorities">The number.</param>
public sealed record MatterCount(Matter Matter, int Authorities) : IPublic;

/// <summary>How many authorities are designated under an instrument.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Authorities">The number.</param>
public sealed record InstrumentCount(Instrument Instrument, int Authorities) : IPublic;

/// <summary>What everyone may know of a State in an edition.</summary>
/// <param name="State">Its code.</param>
/// <param name="Names">Its short name, by language tag.</param>
/// <param name="IsJurisdiction">True for territories and the like.</param>
/// <param name="Authorities">How many authorities it has.</param>
/// <param name="ByMatter">For what.</param>
/// <param name="LegalBasis">What it declared on the legal basis of extradition.</param>
/// <param name="Networks">The networks it belongs to.</param>
public sealed record AbstractState(
    StateCode State, IReadOnlyDictionary<string, string> Names, bool IsJurisdiction, int Authorities, IReadOnlyList<MatterCount> ByMatter,
    IReadOnlyList<LegalBasis> LegalBasis, IReadOnlyList<EditionMembership> Networks) : IPublic
{
    /// <summary>Its name in a language; English where that language has none.</summary>
    public string Name(Language language) => Names.GetValueOrDefault(language.Code()) ?? Names["en"];
}
