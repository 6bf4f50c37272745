using Hub.Register.Log;

namespace Hub.Work.Runner;

/// <summary>One run of a cursor: the events it reads, and what its channel prepares for the steps of this run.</summary>
public sealed class ChannelRun(EventTail log)
{
    private const int Window = 500;
    private IReadOnlyList<DirectoryEvent> _events = [];

    /// <summary>True for the first step: what the cursor remembers is another run's, which may have died at any point.</summary>
    public bool Resumed { get; set; } = true;

    /// <summary>What the channel prepared in an earlier step of this run.</summary>
    public object? Prepared { get; set; }

    /// <summary>The events after a position, in order, a window of them at most; empty at the end of the log.</summary>
    public async Task<IReadOnlyList<DirectoryEvent>> EventsAfter(long position, CancellationToken cancel)
    {
        if (_events.Count == 0 || position < _events[0].Sequence - 1 || position >= _events[^1].Sequence)
            _events = await log.After(position, Window, cancel);
        var skip = _events.Count == 0 ? 0 : (int)(position + 1 - _events[0].Sequence);
        return skip == 0 ? _events : [.. _events.Skip(skip)];
    }

    /// <summary>Whether the log ends at a position.</summary>
    public async Task<bool> IsAtEnd(long position, CancellationToken cancel) => (await EventsAfter(position, cancel)).Count == 0;

    /// <summary>All events after one position up to another.</summary>
    public async Task<IReadOnlyList<DirectoryEvent>> EventsBetween(long after, long upTo, CancellationToken cancel)
    {
        var events = new List<DirectoryEvent>();
        while (after < upTo && await log.After(after, Window, cancel) is { Count: > 0 } more)
        {
            events.AddRange(more.TakeWhile(e => e.Sequence <= upTo));
            after = more[^1].Sequence;
        }
        return events;
    }
}
