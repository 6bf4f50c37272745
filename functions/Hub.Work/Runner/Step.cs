namespace Hub.Work.Runner;

/// <summary>Why a delivery failed, as far as the decision what to do about it depends on it.</summary>
public enum Failure
{
    /// <summary>Connection, time-out, 5xx: the next try may work.</summary>
    Transient,

    /// <summary>429, 502, 504: the receiver is overloaded.</summary>
    Overloaded,

    /// <summary>410, or a receiver that is not to be told any more: stop.</summary>
    Gone,

    /// <summary>Any other refusal: the receiver has to mend something.</summary>
    Refused,
}

/// <summary>What one step of a channel came to.</summary>
public abstract record Step
{
    /// <summary>Everything up to a position is dealt with.</summary>
    /// <param name="Position">The last event dealt with.</param>
    /// <param name="Work">What to remember.</param>
    public sealed record Moved(long Position, string? Work = null) : Step;

    /// <summary>Nothing to be sent before a time, though nothing failed: the receiver's pace.</summary>
    /// <param name="Until">Not before.</param>
    /// <param name="Work">What to remember.</param>
    /// <param name="Seen">Unless something comes after this event; null to wait whatever comes.</param>
    public sealed record Paced(DateTimeOffset Until, string? Work = null, long? Seen = null) : Step
    {
        /// <summary>The last event dealt with before; null where none was.</summary>
        public long? Position { get; init; }
    }

    /// <summary>It did not work.</summary>
    /// <param name="Kind">Why.</param>
    /// <param name="Reason">In words, without any contact data.</param>
    /// <param name="RetryAfter">What the receiver asked for.</param>
    /// <param name="Work">What to remember.</param>
    public sealed record Failed(Failure Kind, string Reason, TimeSpan? RetryAfter = null, string? Work = null) : Step
    {
        /// <summary>The last event dealt with before it failed; null where none was.</summary>
        public long? Position { get; init; }
    }
}
