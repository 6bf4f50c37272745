namespace Hub.Local.Demo.Editions;

/// <summary>How the demo of an edition runs.</summary>
/// <param name="Speed">How many times faster than in earnest waits and Exchange's limits pass.</param>
/// <param name="Seed">Decides which requests fail and when the functions are killed.</param>
internal sealed record EditionsOptions(double Speed, int Seed)
{
    private const int MostSeed = 9999;

    public static EditionsOptions Read(IReadOnlyList<string> args)
    {
        var given = new Arguments(args, ["--speed", "--seed"], []);
        return new(given.Number("--speed", 2, 1, 60), (int)given.Number("--seed", Random.Shared.Next(1, MostSeed), 1, MostSeed));
    }

    /// <summary>A hub whose clock is that much faster in everything: limits, waits, leases, and the timers.</summary>
    public LocalHubOptions Hub => new()
    {
        Speed = Speed,
        SweepSchedule = Every(60),
        WakeSchedule = Every(10),
        LeaseSeconds = Seconds(10),
        LockSeconds = Math.Max(2, Math.Ceiling(Seconds(25))),
        Settings = new Dictionary<string, string> { ["Mail__RoundMinutes"] = "1" },
    };

    private string Every(double inEarnest) => Seconds(inEarnest) >= 2 ? $"*/{Math.Floor(Seconds(inEarnest)):0} * * * * *" : "* * * * * *";

    private double Seconds(double inEarnest) => inEarnest / Speed;
}
