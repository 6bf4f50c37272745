namespace Hub.Simulators.Control;

/// <summary>One misbehaviour asked for: what, at which requests, how often.</summary>
public sealed record Fault(FaultKind Kind)
{
    /// <summary>Method and path, where * is one segment and ** any number of them: <c>POST /v1.0/users/*/sendMail</c>.</summary>
    public string Match { get; init; } = "* **";

    /// <summary>How many requests it strikes; without it and without a probability, one.</summary>
    public int? Count { get; init; }

    public double? Probability { get; init; }

    public int Seed { get; init; }

    /// <summary>The status of the answer; 0 drops the connection instead of answering.</summary>
    public int? Status { get; init; }

    /// <summary>Seconds, sent as the Retry-After header.</summary>
    public int? RetryAfter { get; init; }

    public int? DelayMs { get; init; }

    /// <summary>Where a redirect points to.</summary>
    public string? Location { get; init; }
}
