namespace Hub.Work.Failures;

/// <summary>
/// Does queue work that has no row of its own to count its attempts in. The broker counts deliveries, but each sweep sends a new message:
/// what the process ended with is not begun before its time, whoever wakes it, and after some attempts not until a person asks for it.
/// </summary>
public sealed class CountedWork(IFailureStore failures, SetAside aside, AttemptPolicy attempts, TimeProvider clock)
{
    /// <summary>Does the work, unless it ended the process too often, or has to wait since it did.</summary>
    /// <param name="queue">The queue that woke it.</param>
    /// <param name="id">The hub's id of it.</param>
    /// <param name="deliveries">How often the message was delivered, this time included.</param>
    /// <param name="work">The work; what it throws is the queue's to deal with.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task Run(string queue, string id, int deliveries, Func<Task> work, CancellationToken cancel)
    {
        var ended = await failures.Ended(queue, id, cancel);
        // Delivered again, with no word of an error: whoever had it before is dead.
        if (deliveries > 1 && ended.Count < AttemptPolicy.Most)
            ended = await Count(queue, id, ended, cancel);
        if (ended.Count >= AttemptPolicy.Most || clock.GetUtcNow() < ended.NextAt)
            return;
        try
        {
            await work();
        }
        finally
        {
            if (ended.Count > 0)
                await Forget(queue, id, ended);
        }
    }

    private async Task<EndedAttempts> Count(string queue, string id, EndedAttempts before, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var ended = new EndedAttempts(
            before.Count + 1, now + attempts.WaitAfter(before.Count + 1), before.Count == 0 ? now : before.Since);
        // Noted first: listed twice is better than left alone and listed nowhere.
        if (ended.Count == SetAside.MostAttempts)
            await aside.NoteEnds(queue, id, "Work of this queue", ended.Since, cancel);
        if (ended.Count == AttemptPolicy.Most)
            await aside.Note(queue, id, "The process ended each time it worked on this. It is left alone until somebody retries it.", cancel);
        await failures.SaveEnded(queue, id, ended, cancel);
        return ended;
    }

    private async Task Forget(string queue, string id, EndedAttempts ended)
    {
        await failures.SaveEnded(queue, id, EndedAttempts.None, CancellationToken.None);
        if (ended.Count >= SetAside.MostAttempts)
            await aside.Settle(queue, id, ended.Since, CancellationToken.None);
    }
}
