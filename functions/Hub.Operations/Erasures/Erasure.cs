using System.Text.Json.Serialization;
using Hub.Register.Json;

namespace Hub.Operations.Erasures;

/// <summary>What an erasure takes something out of.</summary>
public enum ErasureKind
{
    /// <summary>A notice, with its originals, documents and translations.</summary>
    Notice,

    /// <summary>A mail that came in, with its original and the answers to it.</summary>
    Mail,

    /// <summary>The record of an authority, in all its versions.</summary>
    Record,
}

/// <summary>Where an erasure stands.</summary>
public enum ErasureState
{
    /// <summary>It is being done.</summary>
    Running,

    /// <summary>What is left waits: for an open notice to be settled, or for a time until which a file cannot be deleted.</summary>
    Waiting,

    /// <summary>All is done, and was looked at a second time.</summary>
    Done,

    /// <summary>It failed again and again; a person looks, and asks for it once more.</summary>
    Stopped,
}

/// <summary>One thing that an erasure takes something out of.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Files">How many files go with it.</param>
public sealed record ErasureItem(ErasureKind Kind, string Id, int Files = 0)
{
    /// <summary>Whether it is done.</summary>
    public bool IsDone { get; init; }

    /// <summary>Why it waits, as a sentence; null where it does not.</summary>
    public string? Waits { get; init; }

    /// <summary>Until when it waits, where that is known.</summary>
    public DateTimeOffset? Until { get; init; }
}

/// <summary>An erasure that somebody ordered. When it is done, it holds ids and numbers only.</summary>
public sealed record Erasure : Confidential
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Who ordered it.</summary>
    public required string By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset OrderedAt { get; init; }

    /// <summary>What is looked for; null once nothing is left but files that storage keeps, for it names a person.</summary>
    public ErasureRequest? Request { get; init; }

    /// <summary>What is gone through.</summary>
    public required IReadOnlyList<ErasureItem> Items { get; init; }

    /// <summary>Where it stands.</summary>
    public ErasureState State { get; init; }

    /// <summary>Whether all items were done once: they are looked at a second time, for what was under way meanwhile.</summary>
    public bool IsSecondLook { get; init; }

    /// <summary>How often a step was begun since one ended well; counted before, so that what ends the process is counted too.</summary>
    public int Attempts { get; init; }

    /// <summary>When the next step is due; null where there is none.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When it was done, UTC.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>The store's mark of this version, for optimistic concurrency.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>How many of each kind: the code of the kind and <c>FILE</c>.</summary>
    public IReadOnlyDictionary<string, int> Counts()
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var kind in Items.GroupBy(i => i.Kind))
            counts[kind.Key.Code()] = kind.Count();
        if (Items.Sum(i => i.Files) is > 0 and var files)
            counts["FILE"] = files;
        return counts;
    }
}

/// <summary>Where erasures are kept; what they look for is encrypted there.</summary>
public interface IErasureStore
{
    /// <summary>Keeps a new one; false where one of its id is there.</summary>
    Task<bool> Add(Erasure erasure, CancellationToken cancel);

    /// <summary>One; null where there is none.</summary>
    Task<Erasure?> Find(string id, CancellationToken cancel);

    /// <summary>Writes one back; null where somebody else wrote it since it was read.</summary>
    Task<Erasure?> Save(Erasure erasure, CancellationToken cancel);

    /// <summary>All of them, newest first, at most so many.</summary>
    Task<IReadOnlyList<Erasure>> List(int limit, CancellationToken cancel);

    /// <summary>Those of which a step is due, at most so many.</summary>
    Task<IReadOnlyList<Erasure>> Due(DateTimeOffset now, int limit, CancellationToken cancel);
}
