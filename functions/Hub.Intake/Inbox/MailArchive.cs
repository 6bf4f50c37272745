using Hub.Notices;
using Hub.Work.Runner;

namespace Hub.Intake.Inbox;

/// <summary>A mail to deal with.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="Original">As it was received, where it was just kept and is short; null where it is to be fetched.</param>
public sealed record NewMail(MailRecord Mail, ReadOnlyMemory<byte>? Original);

/// <summary>Keeps what came in as it was received, before anything is done with it (I1, I10).</summary>
public sealed class MailArchive(IInbox inbox, IMailStore mails, IOriginalStore originals, TimeProvider clock)
{
    private const string MediaType = "message/rfc822";

    /// <summary>Longer ones are not held in memory while others are dealt with.</summary>
    private const int LongestAtHand = 256 * 1024;

    /// <summary>Keeps a message; null where it was kept before, or is gone.</summary>
    public async Task<NewMail?> Keep(string mailbox, InboundMail arrival, CancellationToken cancel)
    {
        var id = MailRecord.IdOf(mailbox, arrival.Id);
        if (await mails.Find(id, cancel) is not null || await Original(mailbox, arrival.Id, cancel) is not { } original)
            return null;
        await originals.Keep(MailRecord.OriginalOf(id), original, MediaType, cancel);
        var mail = new MailRecord
        {
            Id = id,
            Mailbox = mailbox,
            Message = arrival.Id,
            Conversation = arrival.Conversation,
            ReceivedAt = arrival.ReceivedAt,
            DueAt = clock.GetUtcNow(),
        };
        return await mails.Add(mail, cancel) && await mails.Find(id, cancel) is { } kept
            ? new(kept, AtHand(original))
            : null;
    }

    // Not by a conditional expression: beside memory, null is an empty one.
    private static ReadOnlyMemory<byte>? AtHand(ReadOnlyMemory<byte> original)
    {
        if (original.Length <= LongestAtHand)
            return original;
        return null;
    }

    /// <summary>The original of a mail that was kept before.</summary>
    public async Task<ReadOnlyMemory<byte>> Open(MailRecord mail, CancellationToken cancel)
    {
        await using var kept = await originals.Open(mail.Original, cancel)
            ?? throw new InvalidDataException($"The original of mail {mail.Id} is missing.");
        using var copy = new MemoryStream();
        await kept.CopyToAsync(copy, cancel);
        return copy.GetBuffer().AsMemory(0, (int)copy.Length);
    }

    // A message that the mailbox will not give must not keep it from all others: what is kept of it is that there was one.
    private async Task<ReadOnlyMemory<byte>?> Original(string mailbox, string message, CancellationToken cancel)
    {
        try
        {
            return await inbox.Original(mailbox, message, cancel);
        }
        catch (MailboxException e) when (e.Failed.Kind == Failure.Refused)
        {
            return ReadOnlyMemory<byte>.Empty;
        }
    }
}
