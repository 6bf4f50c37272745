using Hub.Notices.Recipients;
using Hub.Work.Runner;

namespace Hub.Delivery.Mail;

/// <summary>Settles what a round covers, and lets new cadences come into force at its end.</summary>
public sealed class RoundPlanner(IRosterStore rosters, IChoiceStore choices, ICursorStore cursors, TimeProvider clock)
{
    /// <summary>The round with its last event and its cadences; null while mailboxes are coming.</summary>
    internal async Task<(MailRound Round, Term Term)?> Plan(Cursor cursor, MailRound round, CancellationToken cancel)
    {
        var roster = await rosters.Read(cancel);
        if (!roster.IsSettled)
            return null;
        // A round ends with its term, and leaves nothing to be told by a mailbox of the next.
        var end = roster.EndOfTerm(round.Marks.Lowest + 1);
        var upTo = Math.Min(round.UpTo!.Value, end);
        var planned = round with { UpTo = upTo, Cadences = upTo == end ? MailMarks.All : round.Marks.Due(clock.GetUtcNow()) };
        if (end == long.MaxValue && upTo > round.Marks.AtOnce)
            await ChangeCadences(cursor, planned, roster, cancel);
        return (planned, roster.TermOf(upTo));
    }

    /// <summary>The term of a round that is planned.</summary>
    internal async Task<Term> TermOf(MailRound round, CancellationToken cancel) => (await rosters.Read(cancel)).TermOf(round.UpTo!.Value);

    private async Task ChangeCadences(Cursor cursor, MailRound round, Roster roster, CancellationToken cancel)
    {
        var upTo = round.UpTo!.Value;
        var term = roster.TermOf(upTo);
        var wishes = (await choices.List(cancel))
            .Where(c => c.Preferences.Cadence != c.InForce && c.After != upTo && term.SenderOf(c.Reader) == cursor.Name).ToList();
        // A mailbox still at work on an earlier term goes by the cadence that was in force then.
        if (wishes.Count == 0 || (await cursors.Of(MailChannel.ChannelName, cancel)).Any(c => c.Position < term.From - 1))
            return;
        foreach (var choice in wishes)
        {
            var owed = Math.Max(round.Marks.Told(choice.InForce), choice.After);
            await choices.Save(choice with { InForce = choice.Preferences.Cadence, After = upTo, OwedAfter = owed }, cancel);
        }
    }
}
