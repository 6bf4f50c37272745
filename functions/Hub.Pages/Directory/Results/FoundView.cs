using Hub.Pages.Directory.Frame;
using Hub.Register.Json;
using Hub.Register.Lookup;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Directory.Results;

/// <summary>What everyone may see of who is competent.</summary>
/// <param name="Choice">What was looked for.</param>
/// <param name="StateName">The State's name.</param>
/// <param name="Offices">The competent offices, the first to turn to first.</param>
public sealed record FoundView(FindChoice Choice, string StateName, IReadOnlyList<CompetentOffice> Offices) : IPublic
{
    /// <summary>The name of the reader's State; null where it is not known.</summary>
    public string? FromName { get; init; }

    /// <summary>What was typed for the reader's State and is no name of one.</summary>
    public string? UnknownFrom { get; init; }

    /// <summary>The State's declarations that it has nobody for the matter.</summary>
    public IReadOnlyList<NilDeclaration> Nil { get; init; } = [];

    /// <summary>The instruments and articles to choose from.</summary>
    public IReadOnlyList<Pair> Bases { get; init; } = [];

    /// <summary>Of those, the ones under which somebody is designated though nobody is under the one chosen.</summary>
    public IReadOnlyList<Pair> Elsewhere { get; init; } = [];

    /// <summary>The States that may be meant instead.</summary>
    public IReadOnlyList<(StateCode State, string Name)> SimilarStates { get; init; } = [];

    /// <summary>Where nobody is competent, the State's other offices.</summary>
    public IReadOnlyList<PublicOffice> OtherOffices { get; init; } = [];

    /// <summary>The networks that both States belong to; those of the State where the reader's is not known.</summary>
    public IReadOnlyList<Network> Networks { get; init; } = [];
}

/// <summary>The same with the records, for who may read them.</summary>
/// <param name="Found">What everyone may see.</param>
/// <param name="Offices">The competent offices with their records, in the order in which to turn to them.</param>
/// <param name="Others">Where nobody is competent, the State's other offices, those that can be reached now first.</param>
public sealed record FoundRecords(
    FoundView Found, IReadOnlyList<(Authority Record, CompetentOffice Competent)> Offices, IReadOnlyList<Authority> Others) : Confidential;
