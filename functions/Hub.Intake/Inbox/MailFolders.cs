using System.Collections.Concurrent;

namespace Hub.Intake.Inbox;

/// <summary>
/// The folders of a mailbox that say what became of its mails. Ids are asked for once and remembered by the mailbox's cursor.
/// </summary>
/// <param name="inbox">The mailboxes.</param>
/// <param name="mailbox">The mailbox.</param>
/// <param name="known">The ids known so far, by name.</param>
public sealed class MailFolders(IInbox inbox, string mailbox, IReadOnlyDictionary<string, string> known)
{
    private readonly ConcurrentDictionary<string, string> _ids = new(known);

    /// <summary>The ids known by now.</summary>
    public IReadOnlyDictionary<string, string> Ids => _ids;

    /// <summary>The folder of a mail; null for one that stays in the inbox.</summary>
    public static string? NameOf(InboundMailStatus fate) => fate switch
    {
        InboundMailStatus.Received => null,
        InboundMailStatus.Held => "Held",
        InboundMailStatus.Notice => "Notices",
        InboundMailStatus.ToRead => "To read",
        InboundMailStatus.NotANotice => "Not notices",
        InboundMailStatus.Bounce => "Bounces",
        InboundMailStatus.Repeat => "Repeats",
        InboundMailStatus.Dismissed => "Dismissed",
        InboundMailStatus.Answered => "Answered",
    };

    /// <summary>Puts a mail where it belongs.</summary>
    public async Task Put(MailRecord mail, CancellationToken cancel)
    {
        if (!mail.IsTyped && NameOf(mail.Fate) is { } name)
            await inbox.Move(mailbox, mail.Message, await Id(name, cancel), cancel);
    }

    private async Task<string> Id(string name, CancellationToken cancel) =>
        _ids.TryGetValue(name, out var id) ? id : _ids[name] = await inbox.Folder(mailbox, name, cancel);
}
