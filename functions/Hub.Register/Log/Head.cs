namespace Hub.Register.Log;

/// <summary>Where the log stands.</summary>
/// <param name="Sequence">Number of the last event; 0 before the first.</param>
/// <param name="Hash">Its hash.</param>
public sealed record Head(long Sequence, string Hash)
{
    /// <summary>
    /// The last event's time, UTC; of no meaning before the first, and where a version of the hub wrote the row that kept none.
    /// </summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Before the first event.</summary>
    public static Head Empty { get; } = new(0, new string('0', 64));

    /// <summary>Where the log stands with an event at its end.</summary>
    public static Head At(DirectoryEvent last) => new(last.Sequence, last.Hash) { Time = last.Time };

    /// <summary>Whether the log ends at the same event.</summary>
    public bool IsAt(Head other) => (Sequence, Hash) == (other.Sequence, other.Hash);

    /// <summary>
    /// The time of the next event: in whole seconds, so that what a partner parses and prints again has the same hash, and never before the
    /// last one's, whatever the clock of the machine says.
    /// </summary>
    public DateTimeOffset TimeOfNext(DateTimeOffset now)
    {
        var seconds = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero);
        return seconds > Time ? seconds : Time;
    }
}
