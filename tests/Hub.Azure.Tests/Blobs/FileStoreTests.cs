using Hub.Azure.Blobs;
using Hub.Azure.Tests.Builders;
using Hub.Notices.Documents;

namespace Hub.Azure.Tests.Blobs;

/// <summary>Files are written once, whatever their length, and can be read from any place.</summary>
[Collection(StorageCollection.Name)]
public sealed class FileStoreTests(Storage storage) : IAsyncLifetime
{
    private const string Scan = "Malware Scanning scan result";
    private readonly FileStore _store = new(storage.Blobs);
    private readonly string _path = $"SEN-{Guid.NewGuid():N}/1";

    public Task InitializeAsync() => _store.Create(default);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(5_000_000)]
    public async Task A_file_is_written_once_and_stays_as_it_is(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        Assert.True(await Keep(bytes));
        Assert.False(await Keep("another"u8.ToArray()));
        await using var stream = (await _store.Open(Place.Originals, _path, default))!;
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        Assert.Equal(bytes, copy.ToArray());
    }

    [Fact]
    public async Task A_file_is_read_from_any_place_and_what_is_elsewhere_is_not_there()
    {
        await Keep("0123456789"u8.ToArray());
        await using var stream = (await _store.Open(Place.Originals, _path, default))!;
        stream.Position = 7;
        Assert.Equal('7', (char)stream.ReadByte());
        Assert.Null(await _store.Open(Place.Quarantine, _path, default));
    }

    [Theory]
    [InlineData(null, ScanVerdict.Pending)]
    [InlineData("No threats found", ScanVerdict.Clean)]
    [InlineData("Malicious", ScanVerdict.Malicious)]
    [InlineData("Not Scanned", ScanVerdict.Failed)]
    public async Task The_verdict_of_the_scan_is_read_from_the_tags(string? result, ScanVerdict verdict)
    {
        await Keep([1]);
        if (result is not null)
            await storage.Blobs.GetBlobContainerClient("originals").GetBlobClient(_path)
                .SetTagsAsync(new Dictionary<string, string> { [Scan] = result });
        Assert.Equal(verdict, await _store.Verdict(Place.Originals, _path, default));
    }

    private async Task<bool> Keep(byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        return await _store.Keep(Place.Originals, _path, content, "application/pdf", default);
    }
}
