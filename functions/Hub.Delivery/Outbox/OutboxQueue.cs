using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Register.Log;
using Hub.Work.Runner;

namespace Hub.Delivery.Outbox;

/// <summary>What a mailbox has to send: the rows that are due, read once a run and again after some seconds, and who writes them.</summary>
public sealed class OutboxQueue(
    IOutboxStore outbox, SenderAssignment senders, IEnumerable<IMailComposer> composers, RecipientProfiles recipients,
    IRegisterStore register, MailSettings settings, TimeProvider clock)
{
    /// <summary>The run of a mailbox, with rows that are fresh enough.</summary>
    internal async Task<OutboxRun> Of(string mailbox, ChannelRun run, CancellationToken cancel)
    {
        if (run.Prepared is not OutboxRun work)
            run.Prepared = work = new(mailbox, await outbox.Pace(mailbox, cancel), run, recipients.Read, register);
        var now = clock.GetUtcNow();
        if (work.IsStale(now, settings.LookAgain))
            work.Take((await outbox.Due(now + settings.Ahead, mailbox, cancel)).Where(r => senders.Of(r) == mailbox), now);
        return work;
    }

    /// <summary>What is to be done about a mail.</summary>
    internal Task<Composition> Compose(OutboxMail mail, OutboxRun run, CancellationToken cancel) =>
        composers.First(c => c.Writes(mail.Kind)).Compose(mail, run, cancel);
}
