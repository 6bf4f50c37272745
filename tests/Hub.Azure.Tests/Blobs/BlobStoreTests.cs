using System.Text;
using Hub.Azure.Blobs;
using Hub.Azure.Tests.Builders;

namespace Hub.Azure.Tests.Blobs;

/// <summary>Originals never change; pages do.</summary>
[Collection(StorageCollection.Name)]
public sealed class BlobStoreTests(Storage storage)
{
    [Fact]
    public async Task An_original_is_written_once()
    {
        var store = new OriginalStore(storage.Blobs);
        await store.Create(default);
        await store.Create(default);

        await store.Keep("SEN-1/notice.json", "first"u8.ToArray(), "application/json", default);
        await store.Keep("SEN-1/notice.json", "second"u8.ToArray(), "text/plain", default);

        Assert.Equal("first", await Text(store, "SEN-1/notice.json"));
        var blob = storage.Blobs.GetBlobContainerClient("originals").GetBlobClient("SEN-1/notice.json");
        Assert.Equal("application/json", (await blob.GetPropertiesAsync()).Value.ContentType);
    }

    [Fact]
    public async Task An_original_may_be_empty_and_one_that_is_not_there_is_null()
    {
        var store = new OriginalStore(storage.Blobs);
        await store.Create(default);

        await store.Keep("SEN-2/1", Array.Empty<byte>(), "application/pdf", default);

        Assert.Equal("", await Text(store, "SEN-2/1"));
        Assert.Null(await store.Open("SEN-2/2", default));
    }

    [Fact]
    public async Task A_page_takes_the_place_of_the_one_before()
    {
        var store = new PageStore(storage.Blobs);
        await store.Create(default);

        await store.Put(new("networks/fr/wacap.html", "text/html", "old"u8.ToArray()), default);
        await store.Put(new("networks/fr/wacap.html", "text/html; charset=utf-8", "new"u8.ToArray()), default);

        var page = (await storage.Blobs.GetBlobContainerClient("$web")
            .GetBlobClient("networks/fr/wacap.html").DownloadContentAsync()).Value;
        Assert.Equal(("new", "text/html; charset=utf-8"), (page.Content.ToString(), page.Details.ContentType));
    }

    private static async Task<string> Text(OriginalStore store, string path)
    {
        await using var stream = (await store.Open(path, default))!;
        return await new StreamReader(stream, Encoding.UTF8).ReadToEndAsync();
    }
}
