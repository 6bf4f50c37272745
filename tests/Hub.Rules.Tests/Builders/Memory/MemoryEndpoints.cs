using Hub.InMemory;
using Hub.Delivery.Webhooks;
using Hub.Notices.Access;

namespace Hub.Rules.Tests.Builders.Memory;

/// <summary>Endpoints and partners in memory.</summary>
internal sealed class MemoryEndpoints : IEndpointStore, IPartnerStore
{
    private readonly MemoryRows<Endpoint> _endpoints = new(e => e.Id, e => e.ETag, (e, mark) => e with { ETag = mark });
    private readonly Dictionary<string, Partner> _partners = [];

    /// <summary>Dies or does something just before an endpoint is saved.</summary>
    public Action BeforeSave { get; set; } = () => { };

    /// <summary>What happens while whoever found an endpoint stands still.</summary>
    public Func<Task> BehindFind { get; set; } = () => Task.CompletedTask;

    public Endpoint this[string id] => _endpoints[id];

    /// <summary>Puts an endpoint there as it is, whoever is changing it.</summary>
    public Endpoint Put(Endpoint endpoint) => _endpoints.Put(endpoint);

    public Task Add(Endpoint endpoint, CancellationToken cancel) => Task.FromResult(_endpoints.Add(endpoint));

    public async Task<Endpoint?> Find(string id, CancellationToken cancel)
    {
        var found = _endpoints.Find(id);
        await BehindFind();
        return found;
    }

    public Task<bool> Save(Endpoint endpoint, CancellationToken cancel)
    {
        BeforeSave();
        return Task.FromResult(_endpoints.Save(endpoint) is not null);
    }

    public Task<IReadOnlyList<Endpoint>> List(string? partner, CancellationToken cancel) =>
        _endpoints.Where(e => partner is null || e.Partner == partner);

    public Task Delete(string id, CancellationToken cancel) => Task.FromResult(_endpoints.Remove(id));

    Task<Partner?> IPartnerStore.Find(string name, CancellationToken cancel) => Task.FromResult(_partners.GetValueOrDefault(name));

    Task<IReadOnlyList<Partner>> IPartnerStore.List(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Partner>>([.. _partners.Values]);

    public void PutPartner(Partner partner) => _partners[partner.Name] = partner;

    Task<bool> IPartnerStore.Save(Partner partner, Partner? before, CancellationToken cancel)
    {
        var isAsRead = _partners.GetValueOrDefault(partner.Name) == before;
        if (isAsRead)
            PutPartner(partner);
        return Task.FromResult(isAsRead);
    }
}
