using System.Collections.Concurrent;

namespace Hub.Simulators.Mailbox.Limits;

/// <summary>What was asked of the mailbox simulator, by route and status.</summary>
public sealed class MailStats
{
    private readonly ConcurrentDictionary<string, int> _counts = new();

    public IReadOnlyDictionary<string, int> Routes => new SortedDictionary<string, int>(_counts);

    public int Throttled => _counts.Where(c => c.Key.EndsWith(" 429", StringComparison.Ordinal)).Sum(c => c.Value);

    public void Count(HttpContext http)
    {
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? http.Request.Path.Value;
        _counts.AddOrUpdate($"{http.Request.Method} {route} {http.Response.StatusCode}", 1, (_, n) => n + 1);
    }

    public void Reset() => _counts.Clear();
}
