using System.Collections.Concurrent;
using Hub.Delivery.Webhooks.Partners;

namespace Hub.Rules.Tests.Builders.Memory;

/// <summary>What partners had the hub do, in memory.</summary>
internal sealed class MemoryPartnerCalls : IPartnerCallStore
{
    private readonly ConcurrentDictionary<string, PartnerCalls> _calls = new();

    public Task<PartnerCalls?> Find(string partner, CancellationToken cancel) => Task.FromResult(_calls.GetValueOrDefault(partner));

    public Task<bool> Save(PartnerCalls calls, PartnerCalls? before, CancellationToken cancel)
    {
        lock (_calls)
        {
            var isAsRead = Same(_calls.GetValueOrDefault(calls.Partner), before);
            if (isAsRead)
                _calls[calls.Partner] = calls;
            return Task.FromResult(isAsRead);
        }
    }

    private static bool Same(PartnerCalls? one, PartnerCalls? other) =>
        one is null || other is null ? one == other : one.Partner == other.Partner && one.Calls.SequenceEqual(other.Calls);
}
