using Hub.Delivery.Webhooks;
using Hub.Notices.Access;

namespace Hub.Rules.Tests.Builders.Memory;

/// <summary>Endpoints and partners in memory, endpoints with optimistic concurrency.</summary>
internal sealed class MemoryEndpoints : IEndpointStore, IPartnerStore
{
    private readonly Dictionary<string, Endpoint> _endpoints = [];
    private readonly Dictionary<string, Partner> _partners = [];
    private int _version;

    /// <summary>Dies or does something just before an endpoint is saved.</summary>
    public Action BeforeSave { get; set; } = () => { };

    /// <summary>What happens while whoever found an endpoint stands still.</summary>
    public Func<Task> BehindFind { get; set; } = () => Task.CompletedTask;

    public Endpoint this[string id] => _endpoints[id];

    /// <summary>Puts an endpoint there as it is, whoever is changing it.</summary>
    public Endpoint Put(Endpoint endpoint) => _endpoints[endpoint.Id] = endpoint with { ETag = $"{++_version}" };

    public Task Add(Endpoint endpoint, CancellationToken cancel)
    {
        Put(endpoint);
        return Task.CompletedTask;
    }

    public async Task<Endpoint?> Find(string id, CancellationToken cancel)
    {
        var found = _endpoints.GetValueOrDefault(id);
        await BehindFind();
        return found;
    }

    public Task<bool> Save(Endpoint endpoint, CancellationToken cancel)
    {
        BeforeSave();
        if (_endpoints.GetValueOrDefault(endpoint.Id)?.ETag != endpoint.ETag)
            return Task.FromResult(false);
        Put(endpoint);
        return Task.FromResult(true);
    }

    public Task<IReadOnlyList<Endpoint>> List(string? partner, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Endpoint>>([.. _endpoints.Values.Where(e => partner is null || e.Partner == partner)]);

    public Task Delete(string id, CancellationToken cancel)
    {
        _endpoints.Remove(id);
        return Task.CompletedTask;
    }

    Task<Partner?> IPartnerStore.Find(string name, CancellationToken cancel) => Task.FromResult(_partners.GetValueOrDefault(name));

    Task<IReadOnlyList<Partner>> IPartnerStore.List(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Partner>>([.. _partners.Values]);

    public Task Save(Partner partner, CancellationToken cancel)
    {
        _partners[partner.Name] = partner;
        return Task.CompletedTask;
    }
}
