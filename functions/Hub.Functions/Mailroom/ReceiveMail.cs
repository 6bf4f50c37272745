using Hub.Azure.Bus;
using Hub.Intake.Inbox;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Work.Queues;
using Hub.Work.Runner;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Mailroom;

/// <summary>Reads the mailbox that notices come to.</summary>
public sealed class ReceiveMail(InboxRunner runner, INoticeStore notices, IWakeUpSender wakeUps)
{
    /// <summary>Queue mailbox: the mailbox.</summary>
    [Function(nameof(ReceiveMail))]
    public async Task Run(
        [ServiceBusTrigger(Queues.Mailbox, Connection = Queues.Connection)] string mailbox, CancellationToken cancel)
    {
        var run = await runner.Run(mailbox, cancel);
        var documents = new List<string>();
        foreach (var id in run.Notices)
            if (await notices.Find(id, cancel) is { Status: not NoticeStatus.Received, Files.Count: > 0 } notice)
                documents.AddRange(DocumentWork.ToRead(notice));
        await wakeUps.Send(new() { Mailbox = run.Result == RunResult.MoreToDo ? [mailbox] : [], Documents = [.. documents] });
    }
}
