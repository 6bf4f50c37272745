using System.Collections.Concurrent;

namespace Hub.Intake.Inbox;

/// <summary>One run of a mailbox: what it knows and has done so far.</summary>
/// <param name="state">The mailbox's state, whose lease the run has.</param>
/// <param name="folders">The mailbox's folders.</param>
public sealed class InboxPass(InboxState state, MailFolders folders)
{
    /// <summary>The state as it was last written.</summary>
    public InboxState State { get; set; } = state;

    /// <summary>The state with what the run has learned since.</summary>
    public InboxState Current => State with { Folders = folders.Ids };

    /// <summary>What mails are read against; null before the first is.</summary>
    public Directory? Directory { get; set; }

    /// <summary>The folders.</summary>
    public MailFolders Folders => folders;

    /// <summary>The notices it made.</summary>
    public ConcurrentBag<string> Made { get; } = [];
}
