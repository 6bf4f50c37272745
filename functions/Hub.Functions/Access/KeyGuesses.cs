using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Access;

/// <summary>
/// Counts the keys that nobody knows, and lets no address try many: after so many in a while, whoever brings another from there waits.
/// Keys that there are go on working, for an office may share its address with whoever guesses, and all do behind a front door that does
/// not say who calls.
/// </summary>
public sealed class KeyGuesses(ClientAddress clients, IKeyStore keys, TimeProvider clock, ILogger<KeyGuesses> log)
{
    /// <summary>Unknown keys that may come from one address in <see cref="Window"/>.</summary>
    public const int MostOfAddress = 30;

    /// <summary>The while for which an address is remembered.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan ListFresh = TimeSpan.FromSeconds(10);

    // Beyond these numbers all is forgotten: addresses begin anew, good keys are looked up again.
    private const int MostRemembered = 10_000;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, GuessTally> _addresses = [];
    private readonly HashSet<string> _good = [];
    private DateTimeOffset _windowEnds;
    private (DateTimeOffset At, Task<HashSet<string>> Ids)? _listed;

    /// <summary>What came of looking a key up; 429 where too many were tried.</summary>
    public async Task<ApiKey?> Count(HttpRequest request, string key, Func<Task<ApiKey?>> find)
    {
        var hash = ApiKey.Hash(key);
        switch (Begin(hash, clients.Of(request)))
        {
            case KeyGuess.Good:
                return Known(hash, await find());
            case KeyGuess.Counted(var tally):
                return await Counted(tally, hash, find);
            case KeyGuess.OneTooMany(var wait):
                // One list serves everybody for a while: whoever guesses has nothing looked up.
                return (await Ids()).Contains(ApiKey.IdOf(hash)) ? Known(hash, await find()) : throw TooMany(wait);
            default:
                throw new NotSupportedException("Unknown guess.");
        }
    }

    private async Task<ApiKey?> Counted(GuessTally tally, string hash, Func<Task<ApiKey?>> find)
    {
        ApiKey? found = null;
        var isAnswered = false;
        try
        {
            found = await find();
            isAnswered = true;
        }
        finally
        {
            // That storage did not answer, or the caller did not wait, says nothing of the key.
            End(tally, hash, isUnknown: isAnswered && found is null);
        }
        return Known(hash, found);
    }

    private Task<HashSet<string>> Ids()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (_listed is not { } listed || (now - listed.At).Duration() >= ListFresh || listed.Ids.IsFaulted)
                _listed = listed = (now, List());
            return listed.Ids;
        }

        // For all who ask meanwhile, whether the first of them waits or not.
        async Task<HashSet<string>> List() => [.. (await keys.List(CancellationToken.None)).Select(k => k.Id)];
    }

    // Counted before it is looked up, so that a thousand at once are not all looked up first; one key that many bring at once is one.
    private KeyGuess Begin(string hash, string address)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (_windowEnds <= now || _windowEnds > now + Window || _addresses.Count >= MostRemembered)
            {
                _addresses.Clear();
                _windowEnds = now + Window;
            }
            if (_good.Contains(hash))
                return new KeyGuess.Good();
            if (!_addresses.TryGetValue(address, out var tally))
                _addresses[address] = tally = new();
            if (tally.Unknown >= MostOfAddress
                || (!tally.Running.ContainsKey(hash) && tally.Unknown + tally.Running.Count >= MostOfAddress))
                return new KeyGuess.OneTooMany(_windowEnds - now);
            tally.Running[hash] = tally.Running.GetValueOrDefault(hash) + 1;
            return new KeyGuess.Counted(tally);
        }
    }

    private void End(GuessTally tally, string hash, bool isUnknown)
    {
        lock (_lock)
        {
            if (--tally.Running[hash] == 0)
                tally.Running.Remove(hash);
            if (isUnknown && ++tally.Unknown == MostOfAddress)
                log.LogWarning("Many unknown keys are tried from one address; the next ones have to wait.");
        }
    }

    private ApiKey? Known(string hash, ApiKey? found)
    {
        lock (_lock)
        {
            if (_good.Count >= MostRemembered)
                _good.Clear();
            if (found is null)
                _good.Remove(hash);
            else
                _good.Add(hash);
        }
        return found;
    }

    private static ApiException TooMany(TimeSpan wait) => ApiException.TooOften(
        wait, "Too many unknown keys", "Keys that nobody knows came from this address: check yours, and wait as Retry-After says.");
}

/// <summary>What is known of a key before it is looked up.</summary>
internal abstract record KeyGuess
{
    /// <summary>It was good before.</summary>
    public sealed record Good : KeyGuess;

    /// <summary>It is counted while it is looked up.</summary>
    public sealed record Counted(GuessTally Tally) : KeyGuess;

    /// <summary>Too many came from there.</summary>
    public sealed record OneTooMany(TimeSpan Wait) : KeyGuess;
}

/// <summary>What came from one address: unknown keys, and those that are being looked up.</summary>
internal sealed class GuessTally
{
    /// <summary>Keys that nobody knew.</summary>
    public int Unknown { get; set; }

    /// <summary>How often each is being looked up, by its hash.</summary>
    public Dictionary<string, int> Running { get; } = [];
}
