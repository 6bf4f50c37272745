namespace Hub.Work.Failures;

/// <summary>
/// Does queue work that has no row of its own to count its attempts in. The broker counts deliveries, but each sweep sends a new message:
/// what ended the process three times is not begun again, whoever wakes it, until a person asks for it.
/// </summary>
public sealed class CountedWork(IFailureStore failures, SetAside aside)
{
    /// <summary>Does the work, unless it ended the process too often.</summary>
    /// <param name="queue">The queue that woke it.</param>
    /// <param name="id">The hub's id of it.</param>
    /// <param name="deliveries">How often the message was delivered, this time included.</param>
    /// <param name="work">The work; what it throws is the queue's to deal with.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task Run(string queue, string id, int deliveries, Func<Task> work, CancellationToken cancel)
    {
        var ended = await failures.Deaths(queue, id, cancel);
        if (ended >= SetAside.MostAttempts)
            return;
        // Delivered again, with no word of an error: whoever had it before is dead.
        if (deliveries > 1)
            ended++;
        // Noted first: listed twice is better than left alone and listed nowhere.
        if (ended >= SetAside.MostAttempts)
            await aside.Note(queue, id, "The process ended each time it worked on this. It is left alone until somebody retries it.", cancel);
        if (deliveries > 1)
            await failures.SaveDeaths(queue, id, ended, cancel);
        if (ended >= SetAside.MostAttempts)
            return;
        try
        {
            await work();
        }
        finally
        {
            if (ended > 0)
                await failures.SaveDeaths(queue, id, 0, CancellationToken.None);
        }
    }
}
