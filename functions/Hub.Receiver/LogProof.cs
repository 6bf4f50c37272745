using System.Text.Json;

namespace Hub.Receiver;

/// <summary>The hub's proofs about its log, checked against digests whose signatures are right.</summary>
public static class LogProof
{
    /// <summary>Whether an answer of <c>GET /api/events/digest/inclusion</c> proves that its event is in the log of a digest.</summary>
    public static bool Includes(string proof, LogDigest digest)
    {
        using var document = JsonDocument.Parse(proof);
        var root = document.RootElement;
        return root.GetProperty("at").GetInt64() == digest.Sequence && MerkleProof.Includes(
            MerkleProof.LeafHash(Bytes(root.GetProperty("hash"))), root.GetProperty("sequence").GetInt64() - 1, digest.Sequence, Path(root),
            Convert.FromHexString(digest.Root));
    }

    /// <summary>
    /// Whether an answer of <c>GET /api/events/digest/consistency</c> proves that an earlier digest is of the same log as a later one.
    /// </summary>
    public static bool Extends(string proof, LogDigest earlier, LogDigest later)
    {
        using var document = JsonDocument.Parse(proof);
        return MerkleProof.Extends(
            earlier.Sequence, Convert.FromHexString(earlier.Root), later.Sequence, Convert.FromHexString(later.Root),
            Path(document.RootElement));
    }

    private static List<byte[]> Path(JsonElement root) => [.. root.GetProperty("path").EnumerateArray().Select(Bytes)];

    private static byte[] Bytes(JsonElement hex) => Convert.FromHexString(hex.GetString()!);
}
