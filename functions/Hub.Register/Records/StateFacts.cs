using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Register.Records;

/// <summary>What a State has declared for itself, whichever authorities it has.</summary>
public sealed record StateFacts : IPublic
{
    /// <summary>The State.</summary>
    public required StateCode State { get; init; }

    /// <summary>Its declarations on the legal basis of extradition (UNTOC art. 16(5), UNCAC art. 44(6)).</summary>
    public IReadOnlyList<LegalBasis> LegalBasis { get; init; } = [];

    /// <summary>The pairs for which it declared that it has no authority.</summary>
    public IReadOnlyList<NilDeclaration> NilDeclarations { get; init; } = [];
}

/// <summary>Whether a State uses a convention as the legal basis of extradition.</summary>
/// <param name="Instrument">UNTOC or UNCAC.</param>
/// <param name="Value">What it declared.</param>
/// <param name="DeclaredOn">The day of the declaration.</param>
public sealed record LegalBasis(Instrument Instrument, LegalBasisValue Value, DateOnly? DeclaredOn = null);

/// <summary>What can be declared under UNTOC art. 16(5)(a).</summary>
public enum LegalBasisValue
{
    /// <summary>Nothing said.</summary>
    NotStated,

    /// <summary>It takes the convention as the legal basis.</summary>
    Yes,

    /// <summary>It does not.</summary>
    No,

    /// <summary>It does not make extradition conditional on a treaty.</summary>
    NotTreatyConditional,
}

/// <summary>That a State has no authority for a pair, said positively.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="DeclaredOn">The day it was said.</param>
public sealed record NilDeclaration(Pair Pair, DateOnly DeclaredOn);
