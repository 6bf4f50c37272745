namespace Hub.Work.Failures;

/// <summary>
/// Does queue work that has no row of its own to count its attempts in. The broker counts deliveries, but each sweep sends a new message:
/// what the process ended with is not begun before its time, whoever wakes it, and after some attempts not until a person asks for it.
/// </summary>
public sealed class CountedWork(IFailureStore failures, SetAside aside, Suspects suspects, AttemptPolicy attempts, TimeProvider clock)
{
    private const string Left = "left";

    // What another process is at is not begun beside it.
    private static readonly TimeSpan AtLeast = TimeSpan.FromMinutes(1);

    /// <summary>Does the work, unless the process ended with it too often, or it has to wait since it did.</summary>
    /// <param name="queue">The queue that woke it.</param>
    /// <param name="id">The hub's id of it.</param>
    /// <param name="deliveries">How often the message was delivered, this time included.</param>
    /// <param name="work">The work; what it throws is the queue's to deal with.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task Run(string queue, string id, int deliveries, Func<Task> work, CancellationToken cancel)
    {
        // Delivered again: whoever had it before is dead, never came to it, or threw, which is noted elsewhere.
        if (deliveries > 1 || await failures.Ended(queue, id, cancel) != EndedAttempts.None)
            await RunAlone(queue, id, work, cancel);
        else
            await work();
    }

    // Counted when it is its turn: whatever else was under way is not to be blamed.
    private async Task RunAlone(string queue, string id, Func<Task> work, CancellationToken cancel)
    {
        using var turn = await suspects.Turn(queue, cancel);
        if (turn is null)
            return;
        var (ended, now) = (await failures.Ended(queue, id, cancel), clock.GetUtcNow());
        if (now < ended.NextAt)
            return;
        if (ended.Count >= AttemptPolicy.Most)
        {
            await aside.NoteOnce(
                queue, id, Left, "The process ended each time it worked on this. It is left alone until somebody retries it.", ended.Since,
                cancel);
            return;
        }
        // Noted first: listed twice is better than left alone and listed nowhere.
        if (ended.Count == SetAside.MostAttempts)
            await aside.NoteEnds(queue, id, "Work of this queue", ended.Since, cancel);
        var wait = new[] { AtLeast / attempts.Speed, attempts.WaitAfter(ended.Count + 1) }.Max();
        var begun = new EndedAttempts(ended.Count + 1, now + wait, ended == EndedAttempts.None ? now : ended.Since);
        await failures.SaveEnded(queue, id, begun, cancel);
        try
        {
            await work();
            if (begun.Count > SetAside.MostAttempts)
                await aside.Settle(queue, id, begun.Since, CancellationToken.None);
        }
        finally
        {
            await failures.SaveEnded(queue, id, EndedAttempts.None, CancellationToken.None);
        }
    }
}
