using Hub.Azure.Bus;
using Hub.Delivery.Mail;
using Hub.Work.Queues;
using Hub.Work.Runner;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Channels;

/// <summary>Runs the mail cursor of a sender mailbox.</summary>
public sealed class SendMail(CursorRunner runner, MailChannel channel, IWakeUpSender wakeUps)
{
    /// <summary>Queue mail: the mailbox.</summary>
    [Function(nameof(SendMail))]
    public async Task Run(
        [ServiceBusTrigger(Queues.Mail, Connection = Queues.Connection)] string mailbox, CancellationToken cancel)
    {
        if (await runner.Run(channel, mailbox, cancel) == RunResult.MoreToDo)
            await wakeUps.Send(new() { Mail = [mailbox] });
    }
}
