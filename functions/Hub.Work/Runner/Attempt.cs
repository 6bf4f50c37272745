namespace Hub.Work.Runner;

/// <summary>One attempt to deliver something: when, what came of it, how long it took. Never what was in it (I6).</summary>
/// <param name="Channel">The kind of channel.</param>
/// <param name="Name">The receiver.</param>
/// <param name="Id">The event's or message's id: the same on every attempt.</param>
/// <param name="Sequence">The last event it carried.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Outcome">delivered, or why not.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record Attempt(string Channel, string Name, string Id, long Sequence, DateTimeOffset At, string Outcome, long Milliseconds)
{
    /// <summary>The outcome of an attempt that arrived.</summary>
    public const string Delivered = "delivered";

    /// <summary>How the outcome of a mail begins that was not sent, because its address bounced before.</summary>
    public const string NotSent = "not sent, the address bounced: ";

    /// <summary>The Message-ID that the mailbox gave a mail (RFC 5322 §3.6.4): only who has the mail knows it.</summary>
    public string? MessageId { get; init; }

    /// <summary>Where this is no attempt but what came back of an earlier one.</summary>
    public AttemptReport? Report { get; init; }
}

/// <summary>What came back of an attempt.</summary>
/// <param name="Id">The report's own id.</param>
/// <param name="Kind">What it says.</param>
public sealed record AttemptReport(string Id, ReportKind Kind);

/// <summary>Where attempts are kept.</summary>
public interface IDeliveryLog
{
    /// <summary>Keeps an attempt.</summary>
    Task Add(Attempt attempt, CancellationToken cancel) => AddAll([attempt], cancel);

    /// <summary>
    /// Keeps attempts of one channel for one receiver, one after the other with rising numbers, 500 at most, all or none.
    /// </summary>
    Task AddAll(IReadOnlyList<Attempt> attempts, CancellationToken cancel);

    /// <summary>The attempts for a receiver, newest first: those before one of them, or from the newest on.</summary>
    Task<IReadOnlyList<Attempt>> List(string channel, string name, int limit, Attempt? before, CancellationToken cancel);

    /// <summary>The attempts to bring a receiver one event, newest first.</summary>
    Task<IReadOnlyList<Attempt>> Of(string channel, string name, long sequence, CancellationToken cancel);

    /// <summary>The attempts of a channel, for all receivers, that carried an event or later ones.</summary>
    Task<IReadOnlyList<Attempt>> Since(string channel, long sequence, CancellationToken cancel);
}
