using Hub.Register.Log;
using Hub.Work.Runner;

namespace Hub.Delivery.Mail;

/// <summary>
/// Lets other mailboxes send. First it says that they are coming, then it looks how far any round reaches, then they begin after that: a
/// round says how far it reaches before it looks at the roster, so that either sees the other (docs/decisions/0008).
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
    }

    private async Task<Roster> Next(Roster roster, IReadOnlyList<string> mailboxes, CancellationToken cancel)
    {
        var sending = await cursors.Of(MailChannel.ChannelName, cancel);
        if (roster is { Terms.Count: > 0, Coming: null })
            return roster with { Coming = mailboxes };
        var term = roster.Coming is { } coming
            ? new Term(await LastPromised(sending, cancel) + 1, coming)
            : new Term(1, sending.Count == 0 ? mailboxes : [.. sending.Select(c => c.Name)]);
        // Cursors before their term: what a mailbox has to send must be seen to be unsent.
        foreach (var mailbox in term.Mailboxes)
            await cursors.Create(new() { Channel = MailChannel.ChannelName, Name = mailbox, Position = term.From - 1 }, cancel);
        return roster with { Terms = [.. roster.Terms, term], Coming = null };
    }

    private async Task<long> LastPromised(IReadOnlyList<Cursor> sending, CancellationToken cancel)
    {
        var head = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence;
        return sending.Select(c => Math.Max(c.Position, MailRound.Of(c).UpTo ?? 0)).Append(head).Max();
    }
}
