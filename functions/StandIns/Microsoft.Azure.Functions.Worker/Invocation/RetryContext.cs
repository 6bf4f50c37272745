namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which retry this is, under a retry policy.</summary>
public abstract class RetryContext
{
    public abstract int RetryCount { get; }

    public abstract int MaxRetryCount { get; }
}
