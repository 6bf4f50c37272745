using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hub.Register.Log;

namespace Hub.Work.Failures;

/// <summary>Puts work that cannot be done where a person sees it, so that the rest goes on (I11).</summary>
public sealed class SetAside(IFailureStore failures, IIdentifiers ids, TimeProvider clock)
{
    /// <summary>
    /// How often work that fails by an error is begun before it is set aside; and after how many attempts with which the process ended a
    /// person is told of them (<see cref="AttemptPolicy"/>).
    /// </summary>
    public const int MostAttempts = 3;

    private const string Ends = "ends";

    /// <summary>Puts it on the failures list.</summary>
    /// <param name="queue">The queue that wakes such work.</param>
    /// <param name="id">The hub's id of it.</param>
    /// <param name="reason">Why, and what to do, without any content.</param>
    /// <param name="cancel">Ends the writing.</param>
    public Task Note(string queue, string id, string reason, CancellationToken cancel) =>
        failures.Save(DeadLetter.New(queue, id, reason, clock.GetUtcNow(), ids), cancel);

    /// <summary>Puts on the failures list what may be found again by every try of the same work; it stands there once.</summary>
    /// <param name="queue">The queue that wakes such work.</param>
    /// <param name="id">The hub's id of the work.</param>
    /// <param name="about">What it is about, by the hub's own ids.</param>
    /// <param name="reason">What is wrong, and what to do, without any content.</param>
    /// <param name="since">A time that is the same at each try: the list is in its order.</param>
    /// <param name="cancel">Ends the writing.</param>
    public async Task NoteOnce(string queue, string id, string about, string reason, DateTimeOffset since, CancellationToken cancel)
    {
        var letter = LetterOf(queue, id, about, since);
        if (await failures.Find(letter, cancel) is null)
            await failures.Save(new(letter, queue, id, reason, clock.GetUtcNow(), null), cancel);
    }

    /// <summary>
    /// Puts on the failures list that the process ended each time it worked on something, which is tried again all the same.
    /// </summary>
    /// <param name="queue">The queue that wakes such work.</param>
    /// <param name="id">The hub's id of the work.</param>
    /// <param name="what">What it is, at the beginning of a sentence.</param>
    /// <param name="since">A time that is the same at each try.</param>
    /// <param name="cancel">Ends the writing.</param>
    public async Task NoteEnds(string queue, string id, string what, DateTimeOffset since, CancellationToken cancel)
    {
        var letter = LetterOf(queue, id, Ends, since);
        // One that was settled or retried before is another matter.
        if (await failures.Find(letter, cancel) is { RetriedAt: null })
            return;
        var reason = $"{what}: the process ended each of the {MostAttempts} times it was worked on. "
            + "It is tried again at ever longer intervals.";
        await failures.Save(new(letter, queue, id, reason, clock.GetUtcNow(), null), cancel);
    }

    /// <summary>Such work has come to its end since: nobody needs to do anything about it any more.</summary>
    public async Task Settle(string queue, string id, DateTimeOffset since, CancellationToken cancel)
    {
        if (await failures.Find(LetterOf(queue, id, Ends, since), cancel) is { RetriedAt: null } letter)
            await failures.Save(letter with { Reason = $"{letter.Reason} It was done since.", RetriedAt = clock.GetUtcNow() }, cancel);
    }

    private static string LetterOf(string queue, string id, string about, DateTimeOffset since)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{queue}\n{id}\n{about}")))[..16];
        return string.Create(CultureInfo.InvariantCulture, $"{DateTime.MaxValue.Ticks - since.UtcTicks:D19}-{key}");
    }
}
