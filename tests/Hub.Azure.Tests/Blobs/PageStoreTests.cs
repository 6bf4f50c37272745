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

    [Theory]
    [InlineData(true, Page.ForGood)]
    [InlineData(false, Page.ForAMinute)]
    public async Task What_never_changes_may_be_kept_for_good_and_all_else_for_a_minute(bool isForGood, string kept)
    {
        var page = new Page($"assets/{Guid.NewGuid():N}.css", "text/css", "a{}"u8.ToArray()) { IsForGood = isForGood };
        await _store.Put(page, new(1, new(2026, 3, 1)), default);
        var blob = storage.Blobs.GetBlobContainerClient(PageStore.Container).GetBlobClient(page.Path);
        Assert.Equal(kept, (await blob.GetPropertiesAsync()).Value.CacheControl);
    }

    private protected override async Task<(string Content, string MediaType)?> Read(string path)
    {
        var blob = storage.Blobs.GetBlobContainerClient(PageStore.Container).GetBlobClient(path);
        if (!await blob.ExistsAsync())
            return null;
        var page = (await blob.DownloadContentAsync()).Value;
        return (page.Content.ToString(), page.Details.ContentType);
    }
}
