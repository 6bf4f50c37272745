using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.SigningIn;

/// <summary>
/// Lets nobody ask without end: only so often from one place, and from there only so often for one mail address, whoever has it and
/// whether or not anybody has. Nothing is counted for all together, nor for a mail address from wherever, or strangers would keep an
/// office out that has it. How many mails come of it, the mailbox's pace bounds. Counted in memory, as keys that nobody knows are.
/// </summary>
public sealed class AskLimits(ClientAddress clients, TimeProvider clock)
{
    /// <summary>So often may be asked from one address in <see cref="Window"/>.</summary>
    public const int MostOfCaller = 20;

    /// <summary>So often from one address for one mail address.</summary>
    public const int MostOfCallerForAddress = 6;

    /// <summary>The while for which it is counted.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    // Beyond this number all is forgotten.
    private const int MostRemembered = 20_000;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _counts = [];
    private DateTimeOffset _windowEnds;

    /// <summary>Counts that something is asked for, before what is sent is read; 429 where that is too often.</summary>
    public void Count(HttpRequest request, string what) => Count($"{what} by {clients.Of(request)}", MostOfCaller);

    /// <summary>The same of the mail address that it is asked for.</summary>
    public void Count(HttpRequest request, string what, string address) =>
        Count($"{what} by {clients.Of(request)} for {ApiKey.Hash(address.Trim().ToUpperInvariant())}", MostOfCallerForAddress);

    private void Count(string key, int most)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (now >= _windowEnds || _counts.Count >= MostRemembered)
            {
                _counts.Clear();
                _windowEnds = now + Window;
            }
            if (_counts.GetValueOrDefault(key) >= most)
                throw ApiException.TooOften(_windowEnds - now, "Too often", "Wait as Retry-After says.");
            _counts[key] = _counts.GetValueOrDefault(key) + 1;
        }
    }
}
