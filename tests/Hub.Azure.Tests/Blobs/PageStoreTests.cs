using Hub.Azure.Blobs;
using Hub.Azure.Tests.Builders;
using Hub.Delivery.NetworkPages;
using Hub.Rules.Tests.Delivery.NetworkPages;

namespace Hub.Azure.Tests.Blobs;

/// <summary>Public pages, in blobs.</summary>
[Collection(StorageCollection.Name)]
public sealed class PageStoreTests(Storage storage) : PageStoreContract, IAsyncLifetime
{
    private readonly PageStore _store = new(storage.Blobs);

    private protected override IPageStore Store => _store;

    public Task InitializeAsync() => _store.Create(default);

    public Task DisposeAsync() => Task.CompletedTask;

    private protected override async Task<(string Content, string MediaType)?> Read(string path)
    {
        var blob = storage.Blobs.GetBlobContainerClient(PageStore.Container).GetBlobClient(path);
        if (!await blob.ExistsAsync())
            return null;
        var page = (await blob.DownloadContentAsync()).Value;
        return (page.Content.ToString(), page.Details.ContentType);
    }
}
