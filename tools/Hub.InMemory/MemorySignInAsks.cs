using Hub.Notices.SigningIn;

namespace Hub.InMemory;

/// <summary>What was asked to sign in, in memory.</summary>
internal sealed class MemorySignInAsks : ISignInAskStore
{
    private readonly Dictionary<string, SignInAsk> _asks = [];

    /// <summary>How often it was asked for something, or given something.</summary>
    public int Operations { get; private set; }

    public IReadOnlyCollection<SignInAsk> All => _asks.Values;

    public Task<SignInAsk?> Find(string id, CancellationToken cancel)
    {
        Operations++;
        return Task.FromResult(_asks.GetValueOrDefault(id));
    }

    public Task<bool> Save(SignInAsk ask, SignInAsk? before, CancellationToken cancel)
    {
        Operations++;
        if (_asks.GetValueOrDefault(ask.Id) != before)
            return Task.FromResult(false);
        _asks[ask.Id] = ask;
        return Task.FromResult(true);
    }

    public Task Forget(DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var ask in _asks.Values.Where(a => a.EndsAt <= now).ToList())
            _asks.Remove(ask.Id);
        return Task.CompletedTask;
    }
}
