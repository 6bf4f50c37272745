using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.SigningIn;

/// <summary>
/// Lets nobody ask without end: only so often from one place, and only so often for one mail address, whoever has it and whether or not
/// anybody has. A stranger who asks for somebody's address does not keep that somebody from asking; and nothing is counted for all
/// together, or strangers with addresses that nobody has would keep everybody out. Counted in memory, as keys that nobody knows are.
/// </summary>
public sealed class AskLimits(ClientAddress clients, TimeProvider clock)
{
    /// <summary>So often may be asked from one address in <see cref="Window"/>.</summary>
    public const int MostOfCaller = 20;

    /// <summary>So often from one address for one mail address.</summary>
    public const int MostOfCallerForAddress = 6;

    /// <summary>So often for one mail address, from wherever.</summary>
    public const int MostOfAddress = 30;

    /// <summary>The while for which it is counted.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    // Beyond this number all is forgotten.
    private const int MostRemembered = 20_000;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _counts = [];
    private DateTimeOffset _windowEnds;

    /// <summary>Counts something that was asked for; 429 where that is too often.</summary>
    /// <param name="request">The request.</param>
    /// <param name="what">What is asked for.</param>
    /// <param name="address">The mail address; null where none is typed.</param>
    public void Count(HttpRequest request, string what, string? address = null)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (now >= _windowEnds || _counts.Count >= MostRemembered)
            {
                _counts.Clear();
                _windowEnds = now + Window;
            }
            // Whoever is turned away has used up nothing of what others may ask for.
            var counted = Kinds(what, clients.Of(request), address).ToList();
            if (counted.Find(c => _counts.GetValueOrDefault(c.Key) >= c.Most).Key is null)
                counted.ForEach(c => _counts[c.Key] = _counts.GetValueOrDefault(c.Key) + 1);
            else
                throw ApiException.TooOften(_windowEnds - now, "Too often", "Wait as Retry-After says.");
        }
    }

    private static IEnumerable<(string Key, int Most)> Kinds(string what, string caller, string? address)
    {
        yield return ($"{what} by {caller}", MostOfCaller);
        if (address is null)
            yield break;
        var hash = ApiKey.Hash(address.Trim().ToUpperInvariant());
        yield return ($"{what} by {caller} for {hash}", MostOfCallerForAddress);
        yield return ($"{what} for {hash}", MostOfAddress);
    }
}
