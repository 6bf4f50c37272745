namespace Hub.Functions.Access;

/// <summary>What is known of a key before it is looked up.</summary>
internal abstract record KeyGuess
{
    /// <summary>It was good before.</summary>
    public sealed record Good : KeyGuess;

    /// <summary>It is counted while it is looked up.</summary>
    public sealed record Counted(GuessTally Tally) : KeyGuess;

    /// <summary>Too many came from there.</summary>
    public sealed record OneTooMany(TimeSpan Wait) : KeyGuess;
}

/// <summary>What came from one address: unknown keys, and those that are being looked up.</summary>
internal sealed class GuessTally
{
    /// <summary>Keys that nobody knew.</summary>
    public int Unknown { get; set; }

    /// <summary>How often each is being looked up, by its hash.</summary>
    public Dictionary<string, int> Running { get; } = [];
}
