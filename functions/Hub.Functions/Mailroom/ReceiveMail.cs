using Hub.Azure.Bus;
using Hub.Intake.Inbox;
using Hub.Work.Queues;
using Hub.Work.Runner;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Mailroom;

/// <summary>Reads the mailbox that notices come to. What follows from a notice follows as from one that came by the API.</summary>
public sealed class ReceiveMail(InboxRunner runner, IWakeUpSender wakeUps)
{
    /// <summary>Queue mailbox: the mailbox.</summary>
    [Function(nameof(ReceiveMail))]
    public async Task Run(
        [ServiceBusTrigger(Queues.Mailbox, Connection = Queues.Connection)] string mailbox, CancellationToken cancel)
    {
        var run = await runner.Run(mailbox, cancel);
        await wakeUps.Send(new() { Notices = [.. run.Notices], Mailbox = run.Result == RunResult.MoreToDo ? [mailbox] : [] });
    }
}
