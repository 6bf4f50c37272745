using Hub.Work.Runner;

namespace Hub.Delivery.Outbox;

/// <summary>Sees to it that mail has its cursors: one that reads the log, and one for each mailbox that sends.</summary>
public sealed class MailCursors(ICursorStore cursors)
{
    /// <summary>Creates those that are not there. One of a mailbox that left the settings stays, for what it has begun.</summary>
    public async Task Create(IEnumerable<string> mailboxes, CancellationToken cancel)
    {
        var earlier = (await cursors.Of(MailChannel.ChannelName, cancel)).Where(c => c.Name != MailChannel.CursorName).ToList();
        // A hub of before the outbox had one for each mailbox: what the slowest had told is where reading goes on.
        await cursors.Create(
            new()
            {
                Channel = MailChannel.ChannelName, Name = MailChannel.CursorName,
                Position = earlier.Select(c => c.Position).DefaultIfEmpty(0).Min(),
            },
            cancel);
        foreach (var cursor in earlier)
            await cursors.Delete(cursor.Channel, cursor.Name, cancel);
        var halted = (await cursors.Of(OutboxSender.ChannelName, cancel)).FirstOrDefault(c => c.Halt is not null);
        foreach (var mailbox in mailboxes)
            await cursors.Create(New(mailbox, halted), cancel);
    }

    // Where all mail is paused, that of a new mailbox is.
    private static Cursor New(string mailbox, Cursor? halted) => new()
    {
        Channel = OutboxSender.ChannelName, Name = mailbox, State = halted?.State ?? CursorState.Active, StateReason = halted?.StateReason,
        Halt = halted?.Halt,
    };
}
