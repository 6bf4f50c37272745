namespace Hub.Delivery.Webhooks.Partners;

/// <summary>
/// How often a partner may have the hub call at once. Whoever has its key could have the hub call on anybody's server, as often as it likes
/// and from every instance at the same moment; so a call is counted in storage before it is made.
/// </summary>
public sealed class CallLimits(IPartnerCallStore store, WebhookSettings settings, TimeProvider clock)
{
    /// <summary>The most of one partner in a minute: enough to set up all endpoints that it may have.</summary>
    public const int MostOfPartner = 30;

    // One thing of one endpoint.
    private TimeSpan Pause => settings.Minute / 6;

    /// <summary>Counts a call; how long to wait where it may not be made yet.</summary>
    public async Task<TimeSpan?> Take(string partner, string endpoint, CallKind kind, CancellationToken cancel)
    {
        // Whoever is not first looks again: each time somebody else was counted, so that this comes to an end.
        while (true)
        {
            var (now, before) = (clock.GetUtcNow(), await store.Find(partner, cancel));
            var calls = (before?.Calls ?? []).Where(c => c.At > now - settings.Minute).ToList();
            if (Wait(calls, endpoint, kind, now) is { Ticks: > 0 } wait)
                return wait;
            if (await store.Save(new(partner, [.. calls, new(endpoint, kind, now)]), before, cancel))
                return null;
        }
    }

    private TimeSpan Wait(List<PartnerCall> calls, string endpoint, CallKind kind, DateTimeOffset now)
    {
        var own = calls.Where(c => c.Endpoint == endpoint && c.Kind == kind).Select(c => c.At + Pause - now);
        var all = calls.OrderByDescending(c => c.At).Skip(MostOfPartner - 1).Take(1).Select(c => c.At + settings.Minute - now);
        return own.Concat(all).DefaultIfEmpty().Max();
    }
}
