using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Register.Records;

/// <summary>That a State takes part in a judicial cooperation network.</summary>
/// <param name="Network">The network's id, e.g. <c>wacap</c>.</param>
/// <param name="State">The State or jurisdiction.</param>
/// <param name="Role">What it is there.</param>
/// <param name="ValidFrom">First day, where known.</param>
/// <param name="ValidTo">Last day.</param>
/// <param name="Source">Where this is known from.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="LastVerifiedOn">When somebody last checked.</param>
public sealed record Membership(
    string Network,
    StateCode State,
    MembershipRole Role,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    string Source,
    Confidence Confidence,
    DateOnly? LastVerifiedOn) : IPublic
{
    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}

/// <summary>What a State is in a network.</summary>
public enum MembershipRole
{
    /// <summary>Member.</summary>
    Member,

    /// <summary>Observer or associate.</summary>
    Observer,

    /// <summary>Present through contact points only.</summary>
    ContactPoint,
}

/// <summary>How sure a fact is.</summary>
public enum Confidence
{
    /// <summary>Shown with a label.</summary>
    Low,

    /// <summary>From one public source.</summary>
    Medium,

    /// <summary>From the network or the State itself.</summary>
    High,
}
