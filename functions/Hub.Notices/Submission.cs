using System.Text.Json.Nodes;
using Hub.Notices.Access;
using Hub.Register.Json;
using Hub.Register.Problems;
using Hub.Register.States;

namespace Hub.Notices;

/// <summary>A notice as it arrived.</summary>
/// <param name="Sender">Who sent it.</param>
/// <param name="Json">Its form.</param>
/// <param name="Original">The bytes that the form was read from.</param>
/// <param name="Files">The files that came with it.</param>
/// <param name="IdempotencyKey">The sender's key for this request.</param>
public sealed record Submission(
    Caller Sender, JsonObject Json, ReadOnlyMemory<byte> Original, IReadOnlyList<SubmittedFile> Files, string? IdempotencyKey)
    : Confidential
{
    /// <summary>The mail it was understood from; null where its sender filled in the form.</summary>
    public MailSource? Mail { get; init; }

    /// <summary>
    /// Whether it answers what was asked about the notice that it amends, and says the rest as that one did: what it does not answer stays
    /// asked.
    /// </summary>
    public bool IsAnswer { get; init; }

    /// <summary>The road it came by, where a person of the Secretariat entered it: what is refused, that person mends.</summary>
    public EntryRoad? Entered { get; init; }
}

/// <summary>The mail that a notice was understood from. Its sender cannot be refused: what is wrong with the form is asked.</summary>
/// <param name="Id">The mail.</param>
/// <param name="Language">The language that its sender is answered in, where the form does not say.</param>
/// <param name="Words">Every value, with the words it came from.</param>
/// <param name="Remarks">What its sender is told or asked besides, at <see cref="Field"/> or below it.</param>
public sealed record MailSource(string Id, Language Language, IReadOnlyList<Proposal> Words, IReadOnlyList<Problem> Remarks) : Confidential
{
    /// <summary>Where problems stand that were found in the mail and not in the form.</summary>
    public const string Field = "/mail";

    /// <summary>Which notice of the mail it is, from 0: one note verbale may cover several forms.</summary>
    public int Number { get; init; }
}

/// <summary>A file as it arrived. It may be long, so it is read as a stream, and as often as wanted.</summary>
/// <param name="Name">The name its sender gave it.</param>
/// <param name="MediaType">The media type its sender gave it.</param>
/// <param name="Open">A new stream of its bytes, from the first, that can be read from any place.</param>
public sealed record SubmittedFile(string Name, string MediaType, Func<Stream> Open) : Confidential
{
    /// <summary>A file in memory.</summary>
    public SubmittedFile(string name, string mediaType, byte[] content)
        : this(name, mediaType, () => new MemoryStream(content, writable: false))
    {
    }
}

/// <summary>How a submission ended.</summary>
public abstract record SubmissionResult
{
    /// <summary>Kept, and to be routed.</summary>
    public sealed record Accepted(Notice Notice) : SubmissionResult;

    /// <summary>The same request came before: this is what became of it.</summary>
    public sealed record Repeated(Notice Notice) : SubmissionResult;

    /// <summary>Its form cannot be accepted; nothing was kept.</summary>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : SubmissionResult;

    /// <summary>The idempotency key belongs to another request.</summary>
    public sealed record KeyReused(string NoticeId) : SubmissionResult;

    /// <summary>The key does not speak for this State (I7).</summary>
    public sealed record ForeignState : SubmissionResult;
}
