using Hub.Delivery.Bounces;
using Hub.Delivery.Mail;
using Hub.Notices.Recipients;
using Hub.Register.Json;
using Hub.Work.Runner;

namespace Hub.Delivery.Editions;

/// <summary>Whom an edition goes to, and what their mailboxes have to send.</summary>
/// <param name="Readers">The readers.</param>
/// <param name="InDigests">How many of them are told once a day or a week.</param>
/// <param name="Mailboxes">What each sender mailbox would have to send with its next round.</param>
/// <param name="Bounced">Readers whose address bounced, who are told nothing.</param>
public sealed record Audience(
    IReadOnlyList<Reader> Readers, int InDigests, IReadOnlyList<MailboxLoad> Mailboxes, IReadOnlyList<string> Bounced) : Confidential
{
    /// <summary>How many of them get a mail, at once or with a digest.</summary>
    public int Recipients() => Readers.Count - Bounced.Count;
}

/// <summary>Finds the audience as it is now.</summary>
public sealed class AudienceFinder(
    ReaderDesk readers, IChoiceStore choices, IRosterStore rosters, ICursorStore cursors, BounceBook bounces, MailSettings settings)
{
    /// <summary>The audience of what concerns every reader, as an edition does.</summary>
    public async Task<Audience> Find(CancellationToken cancel)
    {
        var all = await readers.List(cancel);
        var stopped = await bounces.Stopped(all, cancel);
        var later = (await choices.List(cancel)).Where(c => c.InForce != Cadence.AtOnce).Select(c => c.Reader).ToHashSet();
        var told = all.Where(r => !stopped.ContainsKey(r.Id)).ToList();
        return new(
            all, told.Count(r => later.Contains(r.Id)), await Loads([.. told.Where(r => !later.Contains(r.Id))], cancel),
            [.. stopped.Keys.Order(StringComparer.Ordinal)]);
    }

    private async Task<IReadOnlyList<MailboxLoad>> Loads(IReadOnlyList<Reader> told, CancellationToken cancel)
    {
        if ((await rosters.Read(cancel)).Terms is not [.., var term])
            return [MailboxLoad.Fresh(told.Count)];
        var rounds = (await cursors.Of(MailChannel.ChannelName, cancel)).ToDictionary(c => c.Name, MailRound.Of);
        var mails = told.CountBy(r => term.SenderOf(r.Id)).ToDictionary();
        return [.. term.Mailboxes.Select(m => Load(mails.GetValueOrDefault(m), rounds.GetValueOrDefault(m)))];
    }

    private MailboxLoad Load(int mails, MailRound? round) =>
        round is null ? MailboxLoad.Fresh(mails) : new(mails, round.Began + settings.RoundDistance, round.Sent, round.SentHours);
}
