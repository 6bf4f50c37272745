using Hub.Register.Json;

namespace Hub.Register.Records;

/// <summary>That an authority is designated for a pair, from when to when and on what ground.</summary>
public sealed record Designation : Confidential
{
    /// <summary>The instrument.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>The article's number; for instruments coded OTHER a free reference.</summary>
    public required string Article { get; init; }

    /// <summary>The matter.</summary>
    public required Matter Matter { get; init; }

    /// <summary>What the authority does for it.</summary>
    public DesignationFunction Function { get; init; } = DesignationFunction.CentralAuthority;

    /// <summary>Offence groups, territory or direction it is limited to; absent where it is for all.</summary>
    public string? Scope { get; init; }

    /// <summary>The act by which the State designated it.</summary>
    public string? LegalAct { get; init; }

    /// <summary>The day the State notified it.</summary>
    public DateOnly? NotifiedOn { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? EffectiveTo { get; init; }

    /// <summary>Reference of the note verbale.</summary>
    public string? NoteRef { get; init; }

    /// <summary>Reference of the depositary notification (C.N.).</summary>
    public string? DepositaryRef { get; init; }

    /// <summary>The pair without its dates.</summary>
    public Pair Pair() => new(Instrument, Article, Matter);

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => (EffectiveFrom is null || EffectiveFrom <= day) && (EffectiveTo is null || day <= EffectiveTo);
}
