using Hub.Register.Json;
using Hub.Work.Failures;

namespace Hub.Operations.Erasures;

/// <summary>What an erasure would do, before anybody orders it.</summary>
/// <param name="Items">What it takes something out of, and what of that waits.</param>
/// <param name="Left">What names the person and is not touched, each with what a person can do about it.</param>
/// <param name="Confirmation">What is sent back to order exactly this.</param>
public sealed record ErasurePlan(IReadOnlyList<ErasureItem> Items, IReadOnlyList<LeftOver> Left, string Confirmation) : Confidential;

/// <summary>Something that names a person and is not the erasure's to change.</summary>
/// <param name="What">What it is, with its id.</param>
/// <param name="Remedy">What a person can do about it.</param>
public sealed record LeftOver(string What, string Remedy) : Confidential;

/// <summary>How an order ended.</summary>
public abstract record ErasureResult
{
    /// <summary>It is ordered, and will be done.</summary>
    public sealed record Ordered(Erasure Erasure) : ErasureResult;

    /// <summary>It cannot be done so.</summary>
    /// <param name="Why">Why, as a sentence.</param>
    public sealed record Refused(string Why) : ErasureResult;

    /// <summary>What would be changed is not what its plan said: it is to be looked at again.</summary>
    public sealed record PlanChanged : ErasureResult;
}

/// <summary>Settings of erasures.</summary>
/// <param name="LookAgain">How long after everything is done it is looked at a second time; six times as long for what waits.</param>
/// <param name="OriginalsKept">For how long storage keeps an original unchanged, whoever asks.</param>
public sealed record ErasureSettings(TimeSpan LookAgain, TimeSpan OriginalsKept)
{
    /// <summary>When an erasure is begun again with which the process ended.</summary>
    public AttemptPolicy Attempts { get; init; } = new();
}
