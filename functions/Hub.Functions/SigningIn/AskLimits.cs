using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.SigningIn;

/// <summary>
/// Lets nobody ask without end: only so often from one address of a caller, and only so often for one mail address, whoever has it and
/// whether or not anybody has. Counted in memory, as keys that nobody knows are.
/// </summary>
public sealed class AskLimits(ClientAddress clients, TimeProvider clock)
{
    /// <summary>So often may be asked from one address in <see cref="Window"/>.</summary>
    public const int MostOfCaller = 20;

    /// <summary>So often for one mail address.</summary>
    public const int MostOfAddress = 6;

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
            var isOneTooMany = Add($"{what} by {clients.Of(request)}") > MostOfCaller
                | (address is not null && Add($"{what} for {ApiKey.Hash(address.Trim().ToUpperInvariant())}") > MostOfAddress);
            if (isOneTooMany)
                throw new ApiException(429, "Too often", "Wait a quarter of an hour.")
                {
                    Headers = { ["Retry-After"] = $"{Math.Max(1, (int)Math.Ceiling((_windowEnds - now).TotalSeconds))}" },
                };
        }
    }

    private int Add(string key) => _counts[key] = _counts.GetValueOrDefault(key) + 1;
}
