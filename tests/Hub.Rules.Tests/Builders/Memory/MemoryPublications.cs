using Hub.Delivery.Editions.Publishing;
using Hub.InMemory;
using Hub.Register.Log;

namespace Hub.Rules.Tests.Builders.Memory;

/// <summary>Requests to publish, in memory, and what happens just before one is written.</summary>
internal sealed class MemoryPublications : IPublicationRequestStore
{
    private readonly MemoryRows<PublicationRequest> _requests = new(r => r.Edition.Slug, r => r.ETag, (r, mark) => r with { ETag = mark });

    public Func<Task>? BeforeNextSave { get; set; }

    public Task<IReadOnlyList<PublicationRequest>> List(CancellationToken cancel) => Task.FromResult(_requests.All);

    public Task<PublicationRequest?> Find(EditionId edition, CancellationToken cancel) => Task.FromResult(_requests.Find(edition.Slug));

    public async Task<bool> Save(PublicationRequest request, CancellationToken cancel)
    {
        if (BeforeNextSave is { } before)
        {
            BeforeNextSave = null;
            await before();
        }
        return _requests.Save(request) is not null;
    }
}
