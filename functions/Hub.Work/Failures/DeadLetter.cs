using Hub.Register.Log;

namespace Hub.Work.Failures;

/// <summary>A queue message that was given up: which queue, which id it carried, and the kind of error, never any content (I6).</summary>
/// <param name="Id">Its id on the failures list: sorts newest first.</param>
/// <param name="Queue">The queue it was in.</param>
/// <param name="Body">What it carried: an id of the hub's own, or an event of the malware scan, which names a blob.</param>
/// <param name="Reason">Why it was given up.</param>
/// <param name="FailedAt">When, UTC.</param>
/// <param name="RetriedAt">When somebody put it back, UTC.</param>
public sealed record DeadLetter(string Id, string Queue, string Body, string Reason, DateTimeOffset FailedAt, DateTimeOffset? RetriedAt)
{
    /// <summary>One that was given up now. The inverted time in its id lists the newest first.</summary>
    public static DeadLetter New(string queue, string body, string reason, DateTimeOffset now, IIdentifiers ids) =>
        new($"{DateTime.MaxValue.Ticks - now.UtcTicks:D19}-{ids.New()}", queue, body, reason, now, null);
}

/// <summary>Where dead letters are kept, until somebody retries them and after.</summary>
public interface IFailureStore
{
    /// <summary>Keeps a dead letter, or writes it back.</summary>
    Task Save(DeadLetter letter, CancellationToken cancel);

    /// <summary>A dead letter; null where there is none.</summary>
    Task<DeadLetter?> Find(string id, CancellationToken cancel);

    /// <summary>Dead letters, newest first.</summary>
    Task<IReadOnlyList<DeadLetter>> List(int limit, CancellationToken cancel);

    /// <summary>Keeps what went wrong with a message, until it succeeds or is given up; the last error counts.</summary>
    Task NoteError(string message, string error, CancellationToken cancel);

    /// <summary>What went wrong last with a message; null where nothing is on record.</summary>
    Task<string?> ErrorOf(string message, CancellationToken cancel);

    /// <summary>Drops what went wrong with a message.</summary>
    Task ForgetError(string message, CancellationToken cancel);

    /// <summary>The attempts at a piece of work that did not end; none where nothing is on record.</summary>
    Task<EndedAttempts> Ended(string queue, string id, CancellationToken cancel);

    /// <summary>Writes that down; none forgets it.</summary>
    Task SaveEnded(string queue, string id, EndedAttempts ended, CancellationToken cancel);
}

/// <summary>Attempts at a piece of work that were begun after a process had ended, and did not end.</summary>
/// <param name="Count">Their number.</param>
/// <param name="NextAt">Not begun again before this time, UTC.</param>
/// <param name="Since">When the first was begun, UTC.</param>
public sealed record EndedAttempts(int Count, DateTimeOffset NextAt, DateTimeOffset Since)
{
    /// <summary>None.</summary>
    public static EndedAttempts None { get; } = new(0, DateTimeOffset.MinValue, DateTimeOffset.MinValue);
}
