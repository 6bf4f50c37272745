using System.Collections.Concurrent;
using Hub.Testing;

namespace Hub.StandIns.Tests.Worker;

/// <summary>What the functions of a test say they did.</summary>
public sealed class Journal
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public void Add(string line) => _lines.Enqueue(line);

    public int Count(string line) => _lines.Count(l => l == line);

    public Task Shows(string line, int times = 1) =>
        Eventually.True(() => Count(line) >= times, $"the journal shows {times} times '{line}'; it has: {string.Join(" | ", _lines)}");
}
