using Hub.Azure.Bus;
using Hub.Intake.Inbox.Channel;
using Hub.Work.Queues;
using Hub.Work.Runner;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Mailroom;

/// <summary>Reads the mailbox that notices come to. What follows from a notice follows as from one that came by the API.</summary>
public sealed class ReceiveMail(CursorRunner runner, InboxChannel channel, IWakeUpSender wakeUps)
{
    /// <summary>Queue mailbox: the mailbox.</summary>
    [Function(nameof(ReceiveMail))]
    public async Task Run(
        [ServiceBusTrigger(Queues.Mailbox, Connection = Queues.Connection)] string mailbox, CancellationToken cancel)
    {
        if (await runner.Run(channel, mailbox, cancel) == RunResult.MoreToDo)
            await wakeUps.Send(new() { Mailbox = [mailbox] });
    }
}
