namespace Hub.Work.Runner;

/// <summary>
/// One way out of the hub. It deals with events in the order of the log, and says what came of it; it never decides on retries.
/// </summary>
public interface IChannel
{
    /// <summary>The name its cursors go by.</summary>
    string Name { get; }

    /// <summary>When to try again.</summary>
    RetryPolicy Retries { get; }

    /// <summary>
    /// Deals with the next events, or a part of them. The log holds at least one event after the cursor's position, or there are errands.
    /// </summary>
    Task<Step> Advance(Cursor cursor, ChannelRun run, CancellationToken cancel);

    /// <summary>Whether a cursor has something to do besides the log. <see cref="Advance"/> deals with that too.</summary>
    Task<bool> HasErrands(string name, CancellationToken cancel) => Task.FromResult(false);
}
