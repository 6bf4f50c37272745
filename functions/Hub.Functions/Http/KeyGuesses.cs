using System.Security.Cryptography;
using System.Text;
using Hub.Core.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Http;

/// <summary>
/// Counts the keys that nobody knows, and lets nobody try many: so many from an address in a while, and so many from all in a moment, then
/// whoever brings another has to wait. Keys that were good a while ago go on working, for an office may share its address with whoever
/// guesses.
/// </summary>
public sealed class KeyGuesses(ClientAddress clients, TimeProvider clock, ILogger<KeyGuesses> log)
{
    /// <summary>Unknown keys that may come from one address in <see cref="Window"/>.</summary>
    public const int MostOfAddress = 30;

    /// <summary>Unknown keys that may come from all addresses in <see cref="Moment"/>.</summary>
    public const int MostOfAll = 50;

    /// <summary>The while for which an address is remembered.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>The moment for which all together are.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);

    // Beyond these numbers the least is forgotten that does no harm: addresses are counted together, good keys are looked up again.
    private const int MostRemembered = 10_000;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _ofAddress = [];
    private readonly HashSet<string> _good = [];
    private (DateTimeOffset Ends, int Count) _ofAll;
    private DateTimeOffset _windowEnds;

    /// <summary>What came of looking a key up; 429 where too many were tried.</summary>
    public async Task<ApiKey?> Count(HttpRequest request, string key, Func<Task<ApiKey?>> find)
    {
        var (hash, address) = (Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))), clients.Of(request));
        var isTrial = Try(hash, address);
        var found = await find();
        lock (_lock)
            Note(hash, address, isTrial, found is not null);
        return found;
    }

    // Counted before it is looked up, so that a thousand at once are not all looked up first.
    private bool Try(string hash, string address)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            Forget(now);
            if (_good.Contains(hash))
                return false;
            if (_ofAddress.GetValueOrDefault(address) >= MostOfAddress)
                throw TooMany(_windowEnds - now);
            if (_ofAll.Count >= MostOfAll)
                throw TooMany(_ofAll.Ends - now);
            if (_ofAddress.ContainsKey(address) || _ofAddress.Count < MostRemembered)
                Add(address, 1);
            _ofAll.Count++;
            if (_ofAll.Count == MostOfAll || _ofAddress.GetValueOrDefault(address) == MostOfAddress)
                log.LogWarning("Many unknown keys are tried; the next ones have to wait.");
            return true;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        if (_windowEnds <= now)
        {
            _ofAddress.Clear();
            _windowEnds = now + Window;
        }
        if (_ofAll.Ends <= now)
            _ofAll = (now + Moment, 0);
    }

    private void Note(string hash, string address, bool wasTrial, bool isGood)
    {
        if (!isGood)
        {
            _good.Remove(hash);
            return;
        }
        if (_good.Count >= MostRemembered)
            _good.Clear();
        _good.Add(hash);
        if (!wasTrial)
            return;
        _ofAll.Count = Math.Max(0, _ofAll.Count - 1);
        if (_ofAddress.ContainsKey(address))
            Add(address, -1);
    }

    private void Add(string address, int more) => _ofAddress[address] = Math.Max(0, _ofAddress.GetValueOrDefault(address) + more);

    private static ApiException TooMany(TimeSpan wait) => new(
        429, "Too many unknown keys",
        "Keys that nobody knows came from this address, or from many: check yours, and wait as Retry-After says.")
    {
        Headers = { ["Retry-After"] = $"{Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))}" },
    };
}
