using Hub.Work.Failures;

namespace Hub.Work.Runner;

/// <summary>
/// Work that goes on from where it was, one run at a time: as a rule it deals with events in the order of the log, to bring them out of the
/// hub. It says what came of a step; it never decides on retries.
/// </summary>
public interface IChannel
{
    /// <summary>The name its cursors go by.</summary>
    string Name { get; }

    /// <summary>When to try again.</summary>
    RetryPolicy Retries { get; }

    /// <summary>
    /// Deals with the next part of what is to be done, where something is: as a rule, with the events after the cursor's position.
    /// </summary>
    Task<Step> Advance(Cursor cursor, ChannelRun run, CancellationToken cancel);

    /// <summary>Whether a cursor has something to do: as a rule, where the log goes on after its position.</summary>
    async Task<bool> HasWork(Cursor cursor, ChannelRun run, CancellationToken cancel) => !await run.IsAtEnd(cursor.Position, cancel);

    /// <summary>Runs that may end the process before the cursor is put off; more where the channel sets aside what ends it.</summary>
    int MostBegun => SetAside.MostAttempts;
}
