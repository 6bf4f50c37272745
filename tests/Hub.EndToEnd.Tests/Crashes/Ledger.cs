using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Hub.EndToEnd.Tests.Crashes;

/// <summary>What the hub has promised so far: the notices it answered 202 for, as they were sent.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<string, Promise> _promises = new();
    private int _repeats;

    public IReadOnlyCollection<Promise> Promises => [.. _promises.Values];

    public int Repeats => _repeats;

    public void Add(string id, JsonObject notice, string form) => Assert.True(
        _promises.TryAdd(id, new(id, form, notice["changes"]!.AsArray().Count)), $"Notice {id} was promised for two submissions.");

    public void Repeated() => Interlocked.Increment(ref _repeats);
}

/// <summary>One notice answered 202.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Form">What was sent.</param>
/// <param name="Changes">How many changes it proposes.</param>
internal sealed record Promise(string Id, string Form, int Changes);
