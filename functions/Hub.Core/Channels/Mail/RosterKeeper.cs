using Hub.Core.Register;

namespace Hub.Core.Channels.Mail;

/// <summary>
/// Lets other mailboxes send. First it says that they are coming, then it looks how far any round reaches, then they begin after that: a round
/// says how far it reaches before it looks at the roster, so that either sees the other (docs/decisions/0008).
/// </summary>
public sealed class RosterKeeper(IRosterStore rosters, ICursorStore cursors, IRegisterStore register)
{
    /// <summary>Makes these the mailboxes that send. Stopped anywhere, it goes on when it is called again.</summary>
    public async Task Settle(IReadOnlyList<string> mailboxes, CancellationToken cancel)
    {
        var roster = await rosters.Read(cancel);
        while (roster.Coming is not null || roster.Terms.Count == 0 || !roster.Terms[^1].Mailboxes.SequenceEqual(mailboxes))
        {
            await rosters.Save(await Next(roster, mailboxes, cancel), cancel);
            roster = await rosters.Read(cancel);
        }
        // Of all terms: an earlier start may have stopped just here, and its mailboxes still have their part of the log to send.
        foreach (var mailbox in roster.Terms.SelectMany(t => t.Mailboxes).Distinct())
            await cursors.Create(new() { Channel = MailChannel.ChannelName, Name = mailbox, Position = First(roster, mailbox) - 1 }, cancel);
    }

    private async Task<Roster> Next(Roster roster, IReadOnlyList<string> mailboxes, CancellationToken cancel)
    {
        var sending = await cursors.List(MailChannel.ChannelName, cancel);
        if (roster.Terms.Count == 0)
            return roster with { Terms = [new(1, sending.Count == 0 ? mailboxes : [.. sending.Select(c => c.Name)])] };
        if (roster.Coming is not { } coming)
            return roster with { Coming = mailboxes };
        var head = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence;
        var last = sending.Select(c => Math.Max(c.Position, MailRound.Of(c).UpTo ?? 0)).Append(head).Max();
        return roster with { Terms = [.. roster.Terms, new(last + 1, coming)], Coming = null };
    }

    private static long First(Roster roster, string mailbox) => roster.Terms.First(t => t.Mailboxes.Contains(mailbox)).From;
}
