using System.Text.Json;

namespace Hub.Receiver;

/// <summary>What an event is to a receiver that has come so far.</summary>
public enum Arrival
{
    /// <summary>The next one: deal with it, and keep the trail.</summary>
    Next,

    /// <summary>It was dealt with before: answer 2xx and do nothing.</summary>
    Repeated,

    /// <summary>
    /// Events between the last one and this are missing: read them from the feed, <c>GET /api/events?after=</c> and the trail's number.
    /// </summary>
    Gap,

    /// <summary>It does not follow from the last one: one of the two is not the log's. A person should look.</summary>
    Broken,
}

/// <summary>How far a receiver has come on the log: keep it with what you make of the events.</summary>
/// <param name="Sequence">Number of the last event dealt with; 0 before the first.</param>
/// <param name="Hash">Its hash: SHA-256, 64 hexadecimal digits in lower case; empty before the first.</param>
public sealed record EventTrail(long Sequence = 0, string Hash = "")
{
    private static readonly string Beginning = new('0', 64);

    /// <summary>What an event is to this trail, and the trail after it: the same unless it is the next one.</summary>
    /// <param name="body">JSON in UTF-8: the body of a webhook whose signature is right, or an item of the feed.</param>
    /// <returns>What it is, and the trail to keep from now on.</returns>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="KeyNotFoundException">It has no <c>sequence</c>, <c>previoushash</c> or <c>hash</c>.</exception>
    /// <exception cref="InvalidOperationException">One of them is of another kind of JSON.</exception>
    /// <exception cref="FormatException"><c>sequence</c> is no whole number.</exception>
    public (Arrival Arrival, EventTrail Trail) Take(ReadOnlySpan<byte> body)
    {
        var (sequence, previous, hash) = Read(body);
        return sequence switch
        {
            _ when sequence < Sequence => (Arrival.Repeated, this),
            _ when sequence == Sequence => (hash == Hash ? Arrival.Repeated : Arrival.Broken, this),
            _ when sequence > Sequence + 1 => (Arrival.Gap, this),
            _ when previous != (Sequence == 0 ? Beginning : Hash) => (Arrival.Broken, this),
            _ => (Arrival.Next, new(sequence, hash)),
        };
    }

    private static (long Sequence, string Previous, string Hash) Read(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        return (
            root.GetProperty("sequence").GetInt64(), root.GetProperty("previoushash").GetString()!, root.GetProperty("hash").GetString()!);
    }
}
