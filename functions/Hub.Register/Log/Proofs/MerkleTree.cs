using System.Numerics;
using System.Security.Cryptography;

namespace Hub.Register.Log.Proofs;

/// <summary>
/// A Merkle tree that grows at its end (RFC 6962, section 2.1; SHA-256). It keeps the hash of every complete subtree, so that root and
/// proofs of any earlier size cost as many steps as the tree is high.
/// </summary>
public sealed class MerkleTree
{
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;
    private readonly List<List<byte[]>> _levels = [[]];

    /// <summary>How many leaves it has.</summary>
    public long Size => _levels[0].Count;

    /// <summary>The hash of a leaf.</summary>
    public static byte[] LeafHash(ReadOnlySpan<byte> leaf) => SHA256.HashData([LeafPrefix, .. leaf]);

    /// <summary>Adds the hash of a leaf, and of every subtree that it completes.</summary>
    public void Add(byte[] leafHash)
    {
        _levels[0].Add(leafHash);
        for (var level = 0; _levels[level].Count % 2 == 0; level++)
        {
            if (_levels.Count == level + 1)
                _levels.Add([]);
            _levels[level + 1].Add(Node(_levels[level][^2], _levels[level][^1]));
        }
    }

    /// <summary>The hash of a leaf by its place, from 0.</summary>
    public byte[] Leaf(long index) => _levels[0][(int)index];

    /// <summary>The root of the first leaves; that of none is the hash of nothing.</summary>
    public byte[] Root(long size) => size == 0 ? SHA256.HashData([]) : Hash(0, Within(size, 0));

    /// <summary>The proof that a leaf is among the first ones (section 2.1.1).</summary>
    public IReadOnlyList<byte[]> Inclusion(long index, long size)
    {
        var path = new List<byte[]>();
        var (start, length) = (0L, Within(size, index + 1));
        while (length > 1)
        {
            var left = LargestBelow(length);
            var isLeft = index < start + left;
            path.Insert(0, isLeft ? Hash(start + left, length - left) : Hash(start, left));
            (start, length) = isLeft ? (start, left) : (start + left, length - left);
        }
        return path;
    }

    /// <summary>
    /// The proof that the first leaves are the beginning of a larger tree (section 2.1.2); empty where both are
    /// one size or the first has none.
    /// </summary>
    public IReadOnlyList<byte[]> Consistency(long first, long second)
    {
        Within(second, first);
        var path = new List<byte[]>();
        var (start, length, rest, isWhole) = (0L, second, first, true);
        while (first > 0 && rest < length)
        {
            var left = LargestBelow(length);
            if (rest <= left)
            {
                path.Insert(0, Hash(start + left, length - left));
                length = left;
            }
            else
            {
                path.Insert(0, Hash(start, left));
                (start, length, rest, isWhole) = (start + left, length - left, rest - left, false);
            }
        }
        if (!isWhole)
            path.Insert(0, Hash(start, length));
        return path;
    }

    private byte[] Hash(long start, long length)
    {
        if (BitOperations.IsPow2(length) && start % length == 0)
            return _levels[BitOperations.Log2((ulong)length)][(int)(start / length)];
        var left = LargestBelow(length);
        return Node(Hash(start, left), Hash(start + left, length - left));
    }

    // The largest power of two that is smaller.
    private static long LargestBelow(long length) => 1L << BitOperations.Log2((ulong)(length - 1));

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([NodePrefix, .. left, .. right]);

    private long Within(long size, long least) => size <= Size && size >= least && least >= 0
        ? size
        : throw new ArgumentOutOfRangeException(nameof(size), $"The tree has {Size} leaves; asked was {least} to {size}.");
}
