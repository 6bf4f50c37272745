using System.Collections.Concurrent;
using Hub.Simulators.Control;
using Hub.Simulators.Mailbox.Graph;

namespace Hub.Simulators.Mailbox.Limits;

/// <summary>Holds each mailbox and app to Exchange's limits.</summary>
public sealed class Throttle(TimeProvider time, double speed)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<(string Mailbox, string What), SlidingWindow> _windows = new();
    private readonly ConcurrentDictionary<string, int> _running = new();

    public ExchangeLimits Limits { get; set; } = new();

    /// <summary>The most requests that ran at once for one app.</summary>
    public int MostConcurrent { get; private set; }

    /// <summary>The most that was in any window, by mailbox and kind.</summary>
    public IReadOnlyDictionary<string, long> Most => _windows.ToDictionary(w => $"{w.Key.Mailbox} {w.Key.What}", w => w.Value.Most);

    public void Request(string mailbox) => Take([(mailbox, "Requests", 1, Limits.RequestsInTenMinutes, 10 * Minute)]);

    public void Upload(string mailbox, long bytes) => Take([(mailbox, "Upload", bytes, Limits.UploadBytesInFiveMinutes, 5 * Minute)]);

    /// <summary>Takes one message and its recipients, both or neither.</summary>
    public void Send(string mailbox, int recipients) => Take(
    [
        (mailbox, "MessageRate", 1, Limits.MessagesAMinute, Minute),
        (mailbox, "RecipientRate", recipients, Limits.RecipientsADay, TimeSpan.FromDays(1)),
    ]);

    /// <summary>Starts a request of an app; false when it has as many running as it may.</summary>
    public bool Enter(string app)
    {
        var running = _running.AddOrUpdate(app, 1, (_, n) => n + 1);
        if (running > Limits.ConcurrentRequests)
        {
            Leave(app);
            return false;
        }
        lock (_running)
            MostConcurrent = Math.Max(MostConcurrent, running);
        return true;
    }

    public void Leave(string app) => _running.AddOrUpdate(app, 0, (_, n) => n - 1);

    public void Reset()
    {
        _windows.Clear();
        MostConcurrent = 0;
    }

    private void Take((string Mailbox, string What, long Amount, long Limit, TimeSpan Window)[] wanted)
    {
        lock (_windows)
        {
            foreach (var (mailbox, what, amount, limit, window) in wanted)
                if (Of(mailbox, what).Wait(amount, limit, window / speed) is { Ticks: > 0 } wait)
                    throw GraphException.Throttled(what, wait);
            foreach (var (mailbox, what, amount, _, _) in wanted)
                Of(mailbox, what).Take(amount);
        }
    }

    private SlidingWindow Of(string mailbox, string what) => _windows.GetOrAdd((mailbox, what), _ => new SlidingWindow(time));
}
