using Hub.Notices.Outbox;
using Hub.Notices.Recipients;

namespace Hub.Delivery.Mail;

/// <summary>What came of asking for a mail once more.</summary>
/// <param name="Asked">Recipients whose mail waits for its turn now.</param>
/// <param name="Stopped">Recipients that get none, because their address bounced.</param>
public sealed record ResendResult(IReadOnlyList<string> Asked, IReadOnlyList<string> Stopped);

/// <summary>Tells recipients of an event once more, by a mail with an id of its own.</summary>
public sealed class Resends(IOutbox outbox, BouncingAddresses bounces, TimeProvider clock)
{
    /// <summary>Asks for the mails.</summary>
    public async Task<ResendResult> Ask(IReadOnlyCollection<Recipient> recipients, long sequence, CancellationToken cancel)
    {
        var (now, stopped) = (clock.GetUtcNow(), await bounces.Stopped(recipients, cancel));
        var asked = recipients.Where(r => !stopped.ContainsKey(r.Id)).Select(r => r.Id).ToList();
        await outbox.Add([.. asked.Select(r => OutboxMails.Resend(r, sequence, sequence, now))], cancel);
        return new(asked, [.. stopped.Keys.Order(StringComparer.Ordinal)]);
    }
}
