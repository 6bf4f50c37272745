using Hub.Local;
using Hub.Testing;

namespace Hub.EndToEnd.Tests.Crashes;

/// <summary>Ends the functions as a power cut would, again and again, at moments that the seed decides.</summary>
internal sealed class Killer(LocalHub hub, Ledger ledger, int seed, int kills)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Random _random = new(seed);
    private volatile int _done;
    private volatile bool _ended;

    public int Done => _done;

    public bool IsAtWork => !_ended;

    public async Task Run()
    {
        try
        {
            for (; _done < kills; _done++)
                await Strike();
        }
        finally
        {
            _ended = true;
        }
    }

    private async Task Strike()
    {
        // Work is under way once something new was accepted; after that the moment is what is tested, and nothing is waited for.
        var before = ledger.Promises.Count;
        await Eventually.True(() => ledger.Promises.Count > before, "the hub accepts something", Patience);
        await Task.Delay(_random.Next(100, 800));
        await hub.KillFunctions();
        await hub.StartFunctions();
    }
}
