using Hub.Register.States;

namespace Hub.Register.Log.Proofs;

/// <summary>
/// The Merkle tree over the log, in memory: it reads what it has not seen yet and forgets nothing, as events never
/// change. Some 200 bytes an event.
/// </summary>
public sealed class LogTree(IRegisterStore register) : IDisposable
{
    private const int Page = 500;
    private readonly SemaphoreSlim _alone = new(1);
    private readonly MerkleTree _tree = new();
    private readonly List<(StateCode? State, string Hash)> _events = [];

    /// <summary>The digest at an event; null where there is none of that number.</summary>
    public Task<LogDigest?> Digest(long at, CancellationToken cancel) => Look(at, () => new LogDigest(at, HashOf(at), Root(at)), cancel);

    /// <summary>The digests of the States at an event, in the order of their codes.</summary>
    public Task<IReadOnlyList<StateDigest>?> States(long at, CancellationToken cancel) => Look<IReadOnlyList<StateDigest>>(at, () =>
    [
        .. _events.Take((int)at).GroupBy(e => e.State, e => e.Hash)
            .Select(g => StateOf(g.Key, g)).OrderBy(s => s.State?.Value, StringComparer.Ordinal),
    ], cancel);

    /// <summary>The proof that an event is in the log up to another; null where there is none of that number.</summary>
    public Task<InclusionProof?> Inclusion(long sequence, long at, CancellationToken cancel) => Look(
        at, () => new InclusionProof(sequence, HashOf(sequence), at, Root(at), Hex(_tree.Inclusion(sequence - 1, at))), cancel);

    /// <summary>
    /// The proof that the log up to one event is the beginning of it up to another; null where there is none of that number.
    /// </summary>
    public Task<ConsistencyProof?> Consistency(long from, long at, CancellationToken cancel) => Look(
        at, () => new ConsistencyProof(from, Root(from), at, Root(at), Hex(_tree.Consistency(from, at))), cancel);

    /// <inheritdoc/>
    public void Dispose() => _alone.Dispose();

    private async Task<T?> Look<T>(long at, Func<T> look, CancellationToken cancel) where T : class
    {
        await _alone.WaitAsync(cancel);
        try
        {
            while (_tree.Size < at && await register.ReadEvents(_tree.Size, Page, cancel) is { Count: > 0 } more)
                foreach (var e in more)
                    Take(e);
            return _tree.Size < at ? null : look();
        }
        finally
        {
            _alone.Release();
        }
    }

    private void Take(DirectoryEvent e)
    {
        if (e.Sequence != _tree.Size + 1)
            throw new InvalidDataException($"Event {_tree.Size + 1} is missing from the log.");
        _tree.Add(LeafOf(e.Hash));
        _events.Add((e.State, e.Hash));
    }

    private string HashOf(long sequence) => sequence == 0 ? Head.Empty.Hash : _events[(int)sequence - 1].Hash;

    private string Root(long size) => Convert.ToHexStringLower(_tree.Root(size));

    private static byte[] LeafOf(string hash) => MerkleTree.LeafHash(Convert.FromHexString(hash));

    private static StateDigest StateOf(StateCode? state, IEnumerable<string> hashes)
    {
        var tree = new MerkleTree();
        foreach (var hash in hashes)
            tree.Add(LeafOf(hash));
        return new(state, tree.Size, Convert.ToHexStringLower(tree.Root(tree.Size)));
    }

    private static IReadOnlyList<string> Hex(IReadOnlyList<byte[]> path) => [.. path.Select(Convert.ToHexStringLower)];
}
