using Hub.Delivery.Outbox;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Register.Log;

namespace Hub.Delivery.Mail;

/// <summary>The mails that tell of changes, an edition among them, for the first time or once more.</summary>
public sealed class ChangesComposer(IMailWriter writer, RecipientLinkMaker links) : IMailComposer
{
    /// <inheritdoc/>
    public bool Writes(OutboxKind kind) => kind is OutboxKind.Changes or OutboxKind.Resend;

    /// <inheritdoc/>
    public async Task<Composition> Compose(OutboxMail mail, OutboxRun run, CancellationToken cancel)
    {
        if (await run.Recipient(mail.Recipient, cancel) is not { } to)
            return new Composition.Gone("it is told of changes no more");
        var events = (await run.Events(mail.ToldUpTo, mail.Last, cancel)).Where(e => IsTold(e, mail, to)).ToList();
        if (events.Count == 0)
            return new Composition.Gone("nothing of it is to be told");
        return to.Bounced is { } why
            ? new Composition.Stopped(why)
            : new Composition.Ready(async (begun, stop) => await Write(begun, to.Recipient, await run.Changes(events, stop), stop))
            {
                Events = events,
            };
    }

    private static bool IsTold(DirectoryEvent e, OutboxMail mail, RecipientProfile to) =>
        MailPolicy.IsMailed(e) && (mail.Kind == OutboxKind.Resend || to.IsToldOf(e));

    private async Task<MailMessage> Write(
        OutboxMail mail, Recipient recipient, IReadOnlyList<DirectoryChange> changes, CancellationToken cancel) =>
        writer.Changes(mail.MailId, recipient, changes, await links.For(recipient, changes, mail.BegunAt!.Value, cancel));
}
