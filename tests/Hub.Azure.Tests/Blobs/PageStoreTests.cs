using System.Globalization;
using System.Text;
using Azure.Storage.Blobs.Models;
using Hub.Azure.Blobs;
using Hub.Azure.Tests.Builders;
using Hub.Delivery.NetworkPages;

namespace Hub.Azure.Tests.Blobs;

/// <summary>Pages change, and never go back.</summary>
[Collection(StorageCollection.Name)]
public sealed class PageStoreTests(Storage storage)
{
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
}
