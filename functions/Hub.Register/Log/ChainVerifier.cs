namespace Hub.Register.Log;

/// <summary>The first event that does not fit, and why.</summary>
/// <param name="Sequence">The number at which the chain breaks.</param>
/// <param name="Problem">What is wrong there.</param>
public sealed record ChainBreak(long Sequence, string Problem);

/// <summary>Verifies the log: no gaps, every hash right, every event tied to the one before.</summary>
public sealed class ChainVerifier
{
    /// <summary>Where the verified part ends.</summary>
    public Head Verified { get; private set; } = Head.Empty;

    /// <summary>Takes the next event; null where it fits.</summary>
    public ChainBreak? Take(DirectoryEvent next)
    {
        var expected = Verified.Sequence + 1;
        var problem = next switch
        {
            _ when next.Sequence != expected => $"event {expected} is missing: the next one found is {next.Sequence}",
            _ when next.PreviousHash != Verified.Hash => "it does not name the hash of the event before",
            _ when next.Hash != next.ComputeHash() => "its content does not have the hash it carries",
            _ => null,
        };
        if (problem is not null)
            return new(expected, problem);
        Verified = Head.At(next);
        return null;
    }

    /// <summary>Verifies events from the first to the head that the register names; null where all is well.</summary>
    public static ChainBreak? Verify(IEnumerable<DirectoryEvent> events, Head head)
    {
        var verifier = new ChainVerifier();
        return events.Select(verifier.Take).FirstOrDefault(b => b is not null) ?? verifier.EndsAt(head);
    }

    /// <summary>Whether the events taken end where the register says; null where they do.</summary>
    public ChainBreak? EndsAt(Head head) => Verified.IsAt(head)
        ? null
        : new(Verified.Sequence, $"the log ends here, but the register's head is {head.Sequence} with another hash or number");
}
