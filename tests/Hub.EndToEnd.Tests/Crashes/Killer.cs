using Hub.Local;
using Hub.Testing;

namespace Hub.EndToEnd.Tests.Crashes;

/// <summary>
/// Ends parts of the hub as a power cut would, again and again, at moments that the seed decides: of seven times, five end the functions
/// (alone, with their host, or orphaned by it) and two the broker.
/// </summary>
internal sealed class Killer(LocalHub hub, Ledger ledger, int seed, int kills)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Random _random = new(seed);
    private volatile int _done;

    public int Done => _done;

    /// <summary>
    /// Whether its work is so far on that a share of all notices may be sent: the first at once, the last before the last kill.
    /// </summary>
    public bool IsPast(double share) => share * kills < _done + 1;

    public async Task Run()
    {
        for (; _done < kills; _done++)
            await Strike();
    }

    private async Task End(int which)
    {
        switch (which)
        {
            case 0 or 2 or 5:
                await hub.KillWorker();
                await hub.Recover();
                break;
            case 1:
                await hub.KillFunctions();
                await hub.StartFunctions();
                break;
            case 4:
                await hub.KillHost();
                await hub.Recover();
                break;
            default:
                await hub.Broker.Kill();
                await hub.Broker.Restart();
                break;
        }
    }

    private async Task Strike()
    {
        // Work is under way once something new was accepted; after that the moment is what is tested, and nothing is waited for.
        var before = ledger.Promises.Count;
        await Eventually.True(() => ledger.Promises.Count > before, "the hub accepts something", Patience);
        await Task.Delay(_random.Next(100, 800));
        await End(_done % 7);
    }
}
