using Hub.Work.Runner;

namespace Hub.Intake.Inbox;

/// <summary>A message that came into a mailbox.</summary>
/// <param name="Id">Its immutable id: the same wherever in the mailbox it lies.</param>
/// <param name="Conversation">The id of its conversation.</param>
/// <param name="ReceivedAt">When the mailbox got it, UTC.</param>
public sealed record InboundMail(string Id, string? Conversation, DateTimeOffset ReceivedAt);

/// <summary>A part of the list of what changed in a mailbox.</summary>
/// <param name="Arrivals">The messages that lie in it.</param>
/// <param name="Link">Where the list goes on.</param>
/// <param name="IsLast">Whether that was all up to now.</param>
public sealed record InboxPage(IReadOnlyList<InboundMail> Arrivals, string Link, bool IsLast);

/// <summary>A mailbox that notices come to (Microsoft Graph). What it cannot do is a <see cref="MailboxException"/>.</summary>
public interface IInbox
{
    /// <summary>
    /// What changed since a place in the list; from its beginning without one. Null where the mailbox does not know the place any more.
    /// </summary>
    Task<InboxPage?> Read(string mailbox, string? link, CancellationToken cancel);

    /// <summary>A message as it was received: MIME (RFC 5322). Null where it is gone.</summary>
    Task<ReadOnlyMemory<byte>?> Original(string mailbox, string message, CancellationToken cancel);

    /// <summary>Puts a message into a folder; one that is gone is nobody's to move.</summary>
    Task Move(string mailbox, string message, string folder, CancellationToken cancel);

    /// <summary>The id of the folder of a name, which is made where there is none.</summary>
    Task<string> Folder(string mailbox, string name, CancellationToken cancel);

    /// <summary>Subscribes to new messages, or renews that; the subscription's id.</summary>
    Task<string> Subscribe(InboxSubscription subscription, Uri notifications, DateTimeOffset until, CancellationToken cancel);
}

/// <summary>The mailbox could not do what was asked.</summary>
public sealed class MailboxException(Step.Failed failed, Exception? inner = null) : Exception(failed.Reason, inner)
{
    /// <summary>What went wrong.</summary>
    public Step.Failed Failed => failed;
}
