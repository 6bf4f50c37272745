using Hub.EndToEnd.Tests.Running;
using Hub.Local;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests.Crashes;

/// <summary>Ends parts of the hub as a power cut would, again and again, at moments that the seed decides.</summary>
/// <param name="hub">The hub.</param>
/// <param name="ledger">What it has promised.</param>
/// <param name="seed">Decides the moments.</param>
/// <param name="strikes">What is done to it, one after the other.</param>
/// <param name="frozen">For how long its functions are stopped where they are.</param>
internal sealed class Killer(LocalHub hub, Ledger ledger, int seed, IReadOnlyList<Strike> strikes, TimeSpan frozen)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // Of seven times, five end the functions (alone, with their host, or orphaned by it) and two the broker.
    private static readonly Strike[] Turn =
        [Strike.Worker, Strike.Functions, Strike.Worker, Strike.Broker, Strike.Host, Strike.Worker, Strike.Broker];

    private static readonly Strike[] OfInstances =
        [Strike.Worker, Strike.Host, Strike.Freeze, Strike.Worker, Strike.Functions, Strike.Freeze];

    // Between two stops the hub works for a part of the time it stood: who asks again after each must come to an answer some time.
    private const int PartAtWork = 6;

    private readonly Random _random = new(seed);
    private volatile int _done;

    public int Done => _done;

    /// <summary>So many strikes at all parts of a hub.</summary>
    public static IReadOnlyList<Strike> AtEverything(int strikes) => [.. Enumerable.Range(0, strikes).Select(i => Turn[i % Turn.Length])];

    /// <summary>So many strikes at the instances of its functions, a third of which are stops.</summary>
    public static IReadOnlyList<Strike> AtInstances(int strikes) =>
        [.. Enumerable.Range(0, strikes).Select(i => OfInstances[i % OfInstances.Length])];

    /// <summary>
    /// Whether its work is so far on that a share of all notices may be sent: the first at once, the last before the last kill.
    /// </summary>
    public bool IsPast(double share) => share * strikes.Count < _done + 1;

    public async Task Run()
    {
        for (; _done < strikes.Count; _done++)
            await Hit(strikes[_done]);
    }

    private async Task End(Strike which)
    {
        // One of its instances; the others go on meanwhile.
        var instance = hub.Instances[_random.Next(hub.Instances.Count)];
        switch (which)
        {
            case Strike.Worker:
                await instance.KillWorker();
                await instance.Recover();
                break;
            case Strike.Functions:
                await instance.Kill();
                await instance.Start();
                break;
            case Strike.Host:
                await instance.KillHost();
                await instance.Recover();
                break;
            case Strike.Broker:
                await hub.Broker.Kill();
                await hub.Broker.Restart();
                break;
            case Strike.Freeze:
                await Processes.Freeze(instance.Process, frozen);
                await instance.Recover();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(which));
        }
    }

    private async Task Hit(Strike strike)
    {
        // Work is under way once something new was accepted; after that the moment is what is tested, and nothing is waited for.
        var before = ledger.Promises.Count;
        await Eventually.True(() => ledger.Promises.Count > before, "the hub accepts something", Patience);
        await Task.Delay(_random.Next(100, 800) + (strike == Strike.Freeze ? (int)(frozen / PartAtWork).TotalMilliseconds : 0));
        await End(strike);
    }
}
