namespace Hub.Core.Failures;

/// <summary>Puts work that cannot be done where a person sees it, so that the rest goes on (I11).</summary>
public sealed class SetAside(IFailureStore failures, IIdentifiers ids, TimeProvider clock)
{
    /// <summary>How often a piece of work is begun: what has not ended by then ends the process, or never ends.</summary>
    public const int MostAttempts = 3;

    /// <summary>Puts it on the failures list.</summary>
    /// <param name="queue">The queue that wakes such work.</param>
    /// <param name="id">The hub's id of it.</param>
    /// <param name="reason">Why, and what to do, without any content.</param>
    /// <param name="cancel">Ends the writing.</param>
    public Task Note(string queue, string id, string reason, CancellationToken cancel) =>
        failures.Save(DeadLetter.New(queue, id, reason, clock.GetUtcNow(), ids), cancel);
}
