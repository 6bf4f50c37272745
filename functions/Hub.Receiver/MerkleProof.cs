using System.Security.Cryptography;

namespace Hub.Receiver;

/// <summary>
/// Merkle trees as RFC 6962 has them (section 2.1, SHA-256): roots, and proofs of inclusion and consistency. Every hash is 32 bytes.
/// Nothing here throws for a proof that is wrong: it proves nothing.
/// </summary>
public static class MerkleProof
{
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    /// <summary>The hash of a leaf: SHA-256 of a zero byte and the leaf.</summary>
    /// <param name="leaf">The leaf's bytes; in the hub's log, the 32 bytes of an event's hash.</param>
    public static byte[] LeafHash(ReadOnlySpan<byte> leaf) => SHA256.HashData([LeafPrefix, .. leaf]);

    /// <summary>The root of a tree of leaves; of none, SHA-256 of nothing.</summary>
    /// <param name="leafHashes">What <see cref="LeafHash"/> makes of the leaves, from the first.</param>
    public static byte[] Root(IReadOnlyList<byte[]> leafHashes)
    {
        // The hashes of complete subtrees from left to right, as a binary counter keeps its ones.
        var subtrees = new Stack<byte[]>();
        for (var i = 0; i < leafHashes.Count; i++)
        {
            subtrees.Push(leafHashes[i]);
            for (var ones = i; (ones & 1) == 1; ones >>= 1)
                subtrees.Push(Joined(subtrees.Pop(), subtrees.Pop()));
        }
        if (subtrees.Count == 0)
            return SHA256.HashData([]);
        while (subtrees.Count > 1)
            subtrees.Push(Joined(subtrees.Pop(), subtrees.Pop()));
        return subtrees.Pop();
    }

    /// <summary>Whether a proof shows that a leaf is at a place of the tree of a root (RFC 9162, section 2.1.3.2).</summary>
    /// <param name="leafHash">The leaf's hash.</param>
    /// <param name="index">Its place, from 0.</param>
    /// <param name="size">How many leaves the tree has.</param>
    /// <param name="path">The proof: the hashes beside the leaf's way, from the leaf up.</param>
    /// <param name="root">The tree's root.</param>
    public static bool Includes(byte[] leafHash, long index, long size, IReadOnlyList<byte[]> path, byte[] root)
    {
        if (index < 0 || index >= size)
            return false;
        var (at, last, hash) = (index, size - 1, leafHash);
        foreach (var node in path)
        {
            if (last == 0)
                return false;
            var isRight = (at & 1) == 1 || at == last;
            hash = isRight ? Node(node, hash) : Node(hash, node);
            if (isRight)
                while ((at & 1) == 0 && at != 0)
                    (at, last) = (at >> 1, last >> 1);
            (at, last) = (at >> 1, last >> 1);
        }
        return last == 0 && hash.AsSpan().SequenceEqual(root);
    }

    /// <summary>Whether a proof shows that a tree is the beginning of a larger one (RFC 9162, section 2.1.4.2).</summary>
    /// <param name="first">How many leaves the smaller has.</param>
    /// <param name="firstRoot">Its root.</param>
    /// <param name="second">How many leaves the larger has.</param>
    /// <param name="secondRoot">Its root.</param>
    /// <param name="path">The proof, in the order of the RFC; empty where both are of one size, or the smaller has no leaves.</param>
    public static bool Extends(long first, byte[] firstRoot, long second, byte[] secondRoot, IReadOnlyList<byte[]> path)
    {
        if (first == 0 || first == second)
            return path.Count == 0 && first <= second && firstRoot.AsSpan().SequenceEqual(first == 0 ? SHA256.HashData([]) : secondRoot);
        if (first < 0 || first > second || path.Count == 0)
            return false;
        var nodes = long.IsPow2(first) ? [firstRoot, .. path] : path;
        var (at, last) = (first - 1, second - 1);
        while ((at & 1) == 1)
            (at, last) = (at >> 1, last >> 1);
        var (one, two) = (nodes[0], nodes[0]);
        foreach (var node in nodes.Skip(1))
        {
            if (last == 0)
                return false;
            if ((at & 1) == 1 || at == last)
            {
                (one, two) = (Node(node, one), Node(node, two));
                while ((at & 1) == 0 && at != 0)
                    (at, last) = (at >> 1, last >> 1);
            }
            else
            {
                two = Node(two, node);
            }
            (at, last) = (at >> 1, last >> 1);
        }
        return last == 0 && one.AsSpan().SequenceEqual(firstRoot) && two.AsSpan().SequenceEqual(secondRoot);
    }

    private static byte[] Joined(byte[] right, byte[] left) => Node(left, right);

    private static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([NodePrefix, .. left, .. right]);
}
