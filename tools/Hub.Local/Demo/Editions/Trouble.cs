using System.Net.Http.Json;

namespace Hub.Local.Demo.Editions;

/// <summary>What goes wrong: a mailbox that fails and throttles at random, and a machine that dies three times.</summary>
internal sealed class Trouble(Session session, LocalHub hub, int seed)
{
    public const int Crashes = 3;
    private const double Failing = 0.05;
    private const double Throttling = 0.02;
    private const string Anything = "* /v1.0/**";
    private readonly Random _random = new(seed);

    /// <summary>How often the functions were killed.</summary>
    public int Crashed { get; private set; }

    public async Task Arm()
    {
        // Half of the failures do what was asked, and say that they did not.
        await Add(new { kind = "Fail", match = Anything, probability = Failing / 2, seed });
        await Add(new { kind = "FailAfterDoing", match = Anything, probability = Failing / 2, seed = seed + 1, status = 500 });
        await Add(new { kind = "Throttle", match = Anything, probability = Throttling, seed = seed + 2, retryAfter = 1 });
        session.Note(
            $"Of the requests to the mailbox {Failing:0 %} fail, half of these after they were carried out; {Throttling:0 %} more are "
            + $"answered 429, besides what Exchange's own limits refuse. {Crashes} times the functions get SIGKILL at a random moment and "
            + "are started again. Strangers write meanwhile, and are answered between the mails of the edition.");
    }

    public async Task Disarm() =>
        (await session.Mailbox.DeleteAsync(new Uri("control/faults", UriKind.Relative))).EnsureSuccessStatusCode();

    /// <summary>Kills the functions once in each third of the planned time.</summary>
    public async Task Crash(TimeSpan takes, CancellationToken cancel)
    {
        var began = TimeProvider.System.GetTimestamp();
        var moments = Enumerable.Range(0, Crashes).Select(n => takes * ((n + 0.1 + 0.8 * _random.NextDouble()) / Crashes)).ToList();
        foreach (var moment in moments)
        {
            var left = moment - TimeProvider.System.GetElapsedTime(began);
            if (left > TimeSpan.Zero)
                await Task.Delay(left, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancel.IsCancellationRequested)
                return;
            await hub.Functions.Kill();
            Crashed++;
            var killed = TimeProvider.System.GetElapsedTime(began);
            await hub.Functions.Start();
            var back = TimeProvider.System.GetElapsedTime(began);
            session.Screen.Line(
                $"   {session.Screen.In(Terminal.Colour.Yellow, "✕")} SIGKILL after {killed.TotalSeconds:0.0} s; "
                + $"back after {back.TotalSeconds:0.0} s");
        }
    }

    private async Task Add(object fault) => (await session.Mailbox.PostAsJsonAsync("control/faults", fault)).EnsureSuccessStatusCode();
}
