using Hub.Azure.Blobs;
using Hub.Azure.Tests.Builders;
using Hub.Notices;
using Hub.Rules.Tests.Notices.Documents;

namespace Hub.Azure.Tests.Blobs;

/// <summary>Originals, in blobs.</summary>
[Collection(StorageCollection.Name)]
public sealed class OriginalStoreTests(Storage storage) : OriginalStoreContract, IAsyncLifetime
{
    private readonly OriginalStore _store = new(storage.Blobs);

    private protected override IOriginalStore Store => _store;

    public Task InitializeAsync() => _store.Create(default);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_media_type_is_that_of_the_first()
    {
        foreach (var type in new[] { "application/json", "text/plain" })
            await _store.Keep($"{Folder}/notice.json", "1"u8.ToArray(), type, default);

        var blob = storage.Blobs.GetBlobContainerClient("originals").GetBlobClient($"{Folder}/notice.json");
        Assert.Equal("application/json", (await blob.GetPropertiesAsync()).Value.ContentType);
    }
}
