using Hub.Notices.AccessLinks;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;

namespace Hub.Delivery.Mail;

/// <summary>Sends a recipient a fresh link in place of one that expired: to the address on file, once an hour at most.</summary>
public sealed class AccessLinkRenewal(RecipientDirectory desk, IChoiceStore choices, IOutbox outbox, TimeProvider clock)
{
    private static readonly TimeSpan Least = TimeSpan.FromHours(1);

    /// <summary>Sends it, where one is due.</summary>
    public async Task Renew(AccessLink expired, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await desk.Find(expired.Recipient, cancel) is not { } recipient || await choices.Find(recipient.Id, cancel) is not { } choice
            || choice.LinkRenewedAt + Least > now)
            return;
        // Kept before it is asked for: whoever asks twice at once, or again after a crash, gets one mail.
        if (await choices.Save(choice with { LinkRenewedAt = now }, cancel))
            await outbox.Add([OutboxMails.Link(expired, now)], cancel);
    }
}
