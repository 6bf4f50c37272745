using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hub.Register.Log;

namespace Hub.Work.Failures;

/// <summary>Puts work that cannot be done where a person sees it, so that the rest goes on (I11).</summary>
public sealed class SetAside(IFailureStore failures, IIdentifiers ids, TimeProvider clock)
{
    /// <summary>How often a piece of work is begun: what has not ended by then ends the process, or never ends.</summary>
    public const int MostAttempts = 3;

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
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{queue}\n{id}\n{about}")))[..16];
        var letter = string.Create(CultureInfo.InvariantCulture, $"{DateTime.MaxValue.Ticks - since.UtcTicks:D19}-{key}");
        if (await failures.Find(letter, cancel) is null)
            await failures.Save(new(letter, queue, id, reason, clock.GetUtcNow(), null), cancel);
    }
}
