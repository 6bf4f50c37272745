using Hub.Local;

namespace Hub.EndToEnd.Tests.Crashes;

/// <summary>Ends the functions as a power cut would, again and again, at moments that the seed decides.</summary>
internal sealed class Killer(LocalHub hub, int seed, int kills)
{
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
        // The moment of the kill is what is tested: nothing is waited for.
        await Task.Delay(_random.Next(100, 800));
        await hub.KillFunctions();
        await hub.StartFunctions();
    }
}
