using Hub.Azure.Bus;
using Hub.Delivery.Outbox;
using Hub.Intake.Inbox;
using Hub.Intake.Inbox.ByHand;
using Hub.Intake.Translation;
using Hub.Notices.Outbox;
using Hub.Work.Failures;
using Hub.Work.Queues;

namespace Hub.Functions.Administration;

/// <summary>What came of trying again.</summary>
public enum RetryOutcome
{
    /// <summary>It is tried again.</summary>
    Retried,

    /// <summary>No work belongs to it.</summary>
    NoWork,

    /// <summary>A person has to decide about the mail.</summary>
    ForPerson,

    /// <summary>The mail went meanwhile, waits for its turn, or is not kept any more.</summary>
    NothingToSend,

    /// <summary>The queue cannot be reached.</summary>
    NoQueue,
}

/// <summary>Tries again what was given up or set aside.</summary>
public sealed class FailureRetry(
    IFailureStore failures, WorkClock documents, MailroomSettings mailroom, MailDecisions mails, OutboxService outbox,
    IWakeUpSender wakeUps, TimeProvider clock)
{
    /// <summary>Wakes again what a dead letter was to wake; the letter as it is then.</summary>
    public async Task<(RetryOutcome Outcome, DeadLetter Letter)> Retry(DeadLetter letter, CancellationToken cancel)
    {
        var outcome = letter.Queue == OutboxSender.ChannelName ? await OfMail(letter, cancel) : await OfQueue(letter, cancel);
        if (outcome != RetryOutcome.Retried)
            return (outcome, letter);
        var retried = letter with { RetriedAt = clock.GetUtcNow() };
        await failures.Save(retried, cancel);
        return (outcome, retried);
    }

    private async Task<RetryOutcome> OfMail(DeadLetter letter, CancellationToken cancel) =>
        letter.RetriedAt is null && await outbox.Retry(letter.Body, cancel) ? RetryOutcome.Retried : RetryOutcome.NothingToSend;

    private async Task<RetryOutcome> OfQueue(DeadLetter letter, CancellationToken cancel)
    {
        var wakeUp = Queues.WakeUp(letter.Queue, letter.Body);
        if (wakeUp == WakeUps.None)
            return RetryOutcome.NoWork;
        if (letter.Queue == Queues.Mailbox && !mailroom.Reads(letter.Body))
        {
            if (await mails.TryAgain(letter.Body, cancel) is not { } mailbox)
                return RetryOutcome.ForPerson;
            wakeUp = new() { Mailbox = [mailbox] };
        }
        await failures.SaveEnded(letter.Queue, letter.Body, EndedAttempts.None, cancel);
        if (letter.Queue == Queues.Documents)
            await documents.Reopen(letter.Body, cancel);
        return await wakeUps.Send(wakeUp) ? RetryOutcome.Retried : RetryOutcome.NoQueue;
    }
}
