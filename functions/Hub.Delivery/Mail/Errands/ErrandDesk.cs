using Hub.Delivery.Bounces;
using Hub.Notices.Recipients;

namespace Hub.Delivery.Mail.Errands;

/// <summary>What came of asking for a mail once more.</summary>
/// <param name="Asked">Readers whose mail waits for its turn now.</param>
/// <param name="Stopped">Readers that get none, because their address bounced.</param>
public sealed record ResendResult(IReadOnlyList<string> Asked, IReadOnlyList<string> Stopped);

/// <summary>Asks for mails between rounds. They go by the mailbox's own cursor, at its pace, each with an id of its own.</summary>
public sealed class ErrandDesk(IErrandStore errands, IRosterStore rosters, BounceBook bounces, TimeProvider clock)
{
    /// <summary>Tells readers of an event again.</summary>
    public async Task<ResendResult> Again(IReadOnlyCollection<Reader> readers, long sequence, CancellationToken cancel)
    {
        var stopped = await bounces.Stopped(readers, cancel);
        var asked = readers.Where(r => !stopped.ContainsKey(r.Id)).Select(r => r.Id).ToList();
        foreach (var reader in asked)
            await Ask((mailbox, now) => MailErrand.Again(mailbox, reader, sequence, now), reader, cancel);
        return new(asked, [.. stopped.Keys.Order(StringComparer.Ordinal)]);
    }

    /// <summary>Asks a reader to confirm what is due on a day.</summary>
    internal Task Confirmation(string reader, DateOnly day, CancellationToken cancel) =>
        Ask((mailbox, _) => MailErrand.Confirmation(mailbox, reader, day), reader, cancel);

    /// <summary>Asks a reader about a notice that is held, since a time.</summary>
    internal Task HeldNotice(string reader, string notice, DateTimeOffset due, CancellationToken cancel) =>
        Ask((mailbox, _) => MailErrand.HeldNotice(mailbox, reader, notice, due), reader, cancel);

    // The mailbox is settled here: should another take its readers over, this mail stays where it is and goes once.
    private async Task Ask(Func<string, DateTimeOffset, MailErrand> errand, string reader, CancellationToken cancel)
    {
        var term = (await rosters.Read(cancel)).Terms is [.., var last]
            ? last
            : throw new InvalidOperationException("No mailbox sends yet.");
        await errands.Add(errand(term.SenderOf(reader), clock.GetUtcNow()), cancel);
    }
}
