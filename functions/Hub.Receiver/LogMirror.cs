using System.Text.Json;

namespace Hub.Receiver;

/// <summary>
/// The events that a receiver holds, as far as proofs need them: their hashes and States, 100 bytes an event. It tells whether they are the
/// hub's log, and where not, of which States they differ.
/// </summary>
public sealed class LogMirror
{
    private readonly List<(string State, byte[] LeafHash)> _events = [];

    /// <summary>The number of the last event it holds; they begin at 1, and it is 0 while it holds none.</summary>
    public long Sequence => _events.Count;

    /// <summary>Takes the next event; false, and nothing happens, where it is not the next.</summary>
    /// <param name="body">JSON in UTF-8: the body of a webhook whose signature is right, or an item of the feed.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="KeyNotFoundException">It has no <c>sequence</c>, or is the next and has no <c>hash</c>.</exception>
    /// <exception cref="InvalidOperationException">One of them is of another kind of JSON.</exception>
    /// <exception cref="FormatException"><c>sequence</c> is no whole number, or <c>hash</c> is not hexadecimal.</exception>
    public bool Take(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        if (root.GetProperty("sequence").GetInt64() != Sequence + 1)
            return false;
        var state = root.TryGetProperty("state", out var code) ? code.GetString()! : "";
        _events.Add((state, MerkleProof.LeafHash(Convert.FromHexString(root.GetProperty("hash").GetString()!))));
        return true;
    }

    /// <summary>The root of its events up to one, as <see cref="LogDigest.Root"/> has it.</summary>
    /// <param name="at">The number of the last one; where it holds fewer, all that it holds.</param>
    public string Root(long at) => Hex([.. _events.Take((int)at).Select(e => e.LeafHash)]);

    /// <summary>Whether what it holds is what a digest says; false too where it does not hold so many events yet.</summary>
    /// <param name="digest">A digest whose signature is right: <see cref="LogDigest.Read"/>.</param>
    public bool Agrees(LogDigest digest) => digest.Sequence <= Sequence && Root(digest.Sequence) == digest.Root;

    /// <summary>The States whose events differ from the hub's, up to the event that the answer names.</summary>
    /// <param name="digests">The JSON of an answer of <c>GET /api/events/digest/states</c>.</param>
    /// <returns>
    /// Their codes (ISO 3166-1, three letters) in order; an empty text stands for the events that are of no State, and an empty list says
    /// that none differs.
    /// </returns>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="KeyNotFoundException">It has no <c>at</c> or <c>items</c>, or an item no <c>root</c>.</exception>
    /// <exception cref="InvalidOperationException">One of them is of another kind of JSON.</exception>
    /// <exception cref="ArgumentException">A State is in it twice.</exception>
    public IReadOnlyList<string> Differences(string digests)
    {
        using var document = JsonDocument.Parse(digests);
        var at = document.RootElement.GetProperty("at").GetInt64();
        var hubs = document.RootElement.GetProperty("items").EnumerateArray().ToDictionary(
            i => i.TryGetProperty("state", out var code) ? code.GetString()! : "", i => i.GetProperty("root").GetString()!);
        var own = _events.Take((int)at).GroupBy(e => e.State, e => e.LeafHash).ToDictionary(g => g.Key, g => Hex([.. g]));
        return [.. hubs.Keys.Union(own.Keys)
            .Where(s => hubs.GetValueOrDefault(s) != own.GetValueOrDefault(s)).Order(StringComparer.Ordinal)];
    }

    private static string Hex(IReadOnlyList<byte[]> leafHashes) => Convert.ToHexStringLower(MerkleProof.Root(leafHashes));
}
