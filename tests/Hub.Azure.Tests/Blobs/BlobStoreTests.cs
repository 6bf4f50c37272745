using System.Globalization;
using System.Text;
using Azure.Storage.Blobs.Models;
using Hub.Azure.Blobs;
using Hub.Azure.Tests.Builders;
using Hub.Delivery.NetworkPages;

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
        await Put("wacap", "old", 7, "2026-11-29", "text/html");
        await Put("wacap", "new", 8, "2026-11-29");

        var page = await Shown("wacap");
        Assert.Equal(("new", "text/html; charset=utf-8"), (page.Content.ToString(), page.Details.ContentType));
    }

    [Theory]
    [InlineData(8, "2026-11-29", "newer")]
    [InlineData(9, "2026-11-28", "newer")]
    [InlineData(9, "2026-11-29", "again")]
    [InlineData(9, "2026-11-30", "again")]
    [InlineData(10, "2026-11-01", "again")]
    public async Task A_page_never_goes_back_to_what_it_showed_of_an_earlier_event_or_day(long sequence, string day, string shown)
    {
        var name = $"ejn-{sequence}-{day}";
        await Put(name, "newer", 9, "2026-11-29");
        await Put(name, "again", sequence, day);

        Assert.Equal(shown, (await Shown(name)).Content.ToString());
    }

    [Fact]
    public async Task Of_pages_put_at_once_the_latest_stays()
    {
        await Task.WhenAll(Enumerable.Range(1, 12).Select(i => Put("seajust", $"{i}", i, "2026-11-29")));

        Assert.Equal("12", (await Shown("seajust")).Content.ToString());
    }

    private async Task Put(string name, string content, long sequence, string day, string type = "text/html; charset=utf-8")
    {
        var store = new PageStore(storage.Blobs);
        await store.Create(default);
        var page = new Page($"networks/fr/{name}.html", type, Encoding.UTF8.GetBytes(content));
        await store.Put(page, new(sequence, DateOnly.Parse(day, CultureInfo.InvariantCulture)), default);
    }

    private async Task<BlobDownloadResult> Shown(string name) =>
        (await storage.Blobs.GetBlobContainerClient("$web").GetBlobClient($"networks/fr/{name}.html").DownloadContentAsync()).Value;

    private static async Task<string> Text(OriginalStore store, string path)
    {
        await using var stream = (await store.Open(path, default))!;
        return await new StreamReader(stream, Encoding.UTF8).ReadToEndAsync();
    }
}
