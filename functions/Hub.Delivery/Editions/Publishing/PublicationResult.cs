namespace Hub.Delivery.Editions.Publishing;

/// <summary>What came of a step on the way of two people.</summary>
public abstract record PublicationResult
{
    /// <summary>A second person is asked, now or since an earlier request of the same person.</summary>
    /// <param name="Request">The request.</param>
    public sealed record Asked(PublicationRequest Request) : PublicationResult;

    /// <summary>The request is taken back, now or since earlier.</summary>
    /// <param name="Request">The request.</param>
    public sealed record TakenBack(PublicationRequest Request) : PublicationResult;

    /// <summary>It is frozen, now or since earlier, and goes out.</summary>
    /// <param name="Edition">The edition.</param>
    public sealed record Frozen(Edition Edition) : PublicationResult;

    /// <summary>Nothing was done.</summary>
    /// <param name="Why">Why.</param>
    /// <param name="Person">Who else is meant, where somebody is.</param>
    /// <param name="Edition">Why the edition cannot be made, where it cannot.</param>
    public sealed record Refused(PublicationRefusal Why, string? Person = null, EditionRefusal? Edition = null) : PublicationResult;
}

/// <summary>Why a step is not done.</summary>
public enum PublicationRefusal
{
    /// <summary>The edition cannot be made now.</summary>
    CannotBeMade,

    /// <summary>It is frozen already and goes out.</summary>
    AlreadyFrozen,

    /// <summary>Somebody else has asked.</summary>
    AskedByAnother,

    /// <summary>Nobody asks for it: never, not any more, or too long ago.</summary>
    NobodyAsks,

    /// <summary>Whoever asked is not the second person.</summary>
    SamePerson,

    /// <summary>Only whoever asked takes it back.</summary>
    NotTheirs,

    /// <summary>What was typed is not the name of the edition.</summary>
    OtherName,

    /// <summary>No plan was looked at.</summary>
    NoPlan,

    /// <summary>The plan was made too long ago.</summary>
    OldPlan,

    /// <summary>What would be published, or to whom, is not what the plan showed.</summary>
    OtherPlan,
}
