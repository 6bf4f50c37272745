using Hub.Register.Json;

namespace Hub.Register.States;

/// <summary>A Member State or observer State of the United Nations, or a jurisdiction that networks list but that is not a State.</summary>
/// <param name="Alpha3">ISO 3166-1 alpha-3.</param>
/// <param name="Alpha2">ISO 3166-1 alpha-2, where there is one.</param>
/// <param name="Names">Its short name as the United Nations writes it, by language tag.</param>
/// <param name="IsJurisdiction">True for territories and the like: shown, never counted as States.</param>
public sealed record State(StateCode Alpha3, string? Alpha2, IReadOnlyDictionary<string, string> Names, bool IsJurisdiction = false)
{
    /// <summary>True for a State that is no Member of the United Nations but an observer.</summary>
    public bool IsObserver { get; init; }

    /// <summary>Its geographical sub-region (United Nations M49), e.g. <c>011</c> for Western Africa; null where there is none.</summary>
    public string? Subregion { get; init; }

    /// <summary>True for the Members of the United Nations. Others may be parties to the conventions too.</summary>
    public bool IsMember { get; init; }

    /// <summary>The State that speaks for a territory; null for States, and where none does.</summary>
    public StateCode? Of { get; init; }

    /// <summary>Its short name in a language; English where that language has none.</summary>
    public string Name(Language language) => Names.GetValueOrDefault(language.Code()) ?? Names["en"];
}
