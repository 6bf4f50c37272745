using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Hub.Delivery.Mail;

/// <summary>
/// Which mailboxes send, from which event on. Who sends what to whom follows from it alone: nothing is told twice, and nothing by nobody.
/// </summary>
public sealed record Roster
{
    /// <summary>The terms, in the order of the log.</summary>
    public IReadOnlyList<Term> Terms { get; init; } = [];

    /// <summary>The mailboxes that take over once it is known from which event on; no round is planned until then.</summary>
    public IReadOnlyList<string>? Coming { get; init; }

    /// <summary>The store's mark of this version, for optimistic concurrency; null before the first.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>Whether it is clear who sends what.</summary>
    [JsonIgnore]
    public bool IsSettled => Coming is null && Terms.Count > 0;

    /// <summary>The term of an event.</summary>
    public Term TermOf(long sequence) => Terms.Last(t => t.From <= sequence);

    /// <summary>The last event of the same term; the end of all numbers for the present one.</summary>
    public long EndOfTerm(long sequence) => Terms.FirstOrDefault(t => t.From > sequence)?.From - 1 ?? long.MaxValue;
}

/// <summary>A stretch of the log in which the same mailboxes send.</summary>
/// <param name="From">Its first event.</param>
/// <param name="Mailboxes">The mailboxes.</param>
public sealed record Term(long From, IReadOnlyList<string> Mailboxes)
{
    /// <summary>
    /// The mailbox that sends to a reader: by highest weight, so that one more mailbox takes its share of readers and moves no others.
    /// </summary>
    public string SenderOf(string reader) => Mailboxes.MaxBy(m => Weight(m, reader))!;

    private static ulong Weight(string mailbox, string reader) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{mailbox}\n{reader}")));
}

/// <summary>Where the roster is kept.</summary>
public interface IRosterStore
{
    /// <summary>The roster; an empty one where there is none.</summary>
    Task<Roster> Read(CancellationToken cancel);

    /// <summary>Writes it back; false where somebody else wrote it since it was read.</summary>
    Task<bool> Save(Roster roster, CancellationToken cancel);
}
