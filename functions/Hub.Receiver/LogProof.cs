using System.Text.Json;

namespace Hub.Receiver;

/// <summary>The hub's proofs about its log, checked against digests whose signatures are right.</summary>
public static class LogProof
{
    /// <summary>Whether an answer of <c>GET /api/events/digest/inclusion</c> proves that its event is in the log of a digest.</summary>
    /// <param name="proof">The JSON of the answer. Whether its <c>hash</c> is that of your event is yours to compare.</param>
    /// <param name="digest">The digest that the answer is <c>at</c>; false for any other.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="KeyNotFoundException">It lacks a field of such an answer.</exception>
    /// <exception cref="InvalidOperationException">A field is of another kind of JSON.</exception>
    /// <exception cref="FormatException">A hash in it is not hexadecimal.</exception>
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
    /// <param name="proof">The JSON of the answer.</param>
    /// <param name="earlier">The digest of fewer events, which you kept.</param>
    /// <param name="later">The digest of more events, or of as many.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="KeyNotFoundException">It lacks a field of such an answer.</exception>
    /// <exception cref="InvalidOperationException">A field is of another kind of JSON.</exception>
    /// <exception cref="FormatException">A hash in it is not hexadecimal.</exception>
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
