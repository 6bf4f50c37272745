using Hub.Azure.Bus;
using Hub.Delivery.Outbox;
using Hub.Work.Queues;
using Hub.Work.Runner;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Channels;

/// <summary>Puts changes in the outbox, or runs the outbox of a sender mailbox.</summary>
public sealed class SendMail(CursorRunner runner, MailChannel changes, OutboxSender outbox, IWakeUpSender wakeUps)
{
    /// <summary>Queue mail: the mailbox, or the name of the cursor that reads the log.</summary>
    [Function(nameof(SendMail))]
    public async Task Run(
        [ServiceBusTrigger(Queues.Mail, Connection = Queues.Connection)] string mailbox, CancellationToken cancel)
    {
        IChannel channel = mailbox == MailChannel.CursorName ? changes : outbox;
        if (await runner.Run(channel, mailbox, cancel) == RunResult.MoreToDo)
            await wakeUps.Send(new() { Mail = [mailbox] });
    }
}
