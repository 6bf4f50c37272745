using Hub.Azure.Blobs;
using Hub.Azure.Tests.Builders;
using Hub.Notices.Documents;
using Hub.Rules.Tests.Notices.Documents;

namespace Hub.Azure.Tests.Blobs;

/// <summary>Files, in blobs, and what the malware scan writes beside them.</summary>
[Collection(StorageCollection.Name)]
public sealed class FileStoreTests(Storage storage) : FileStoreContract, IAsyncLifetime
{
    private const string Scan = "Malware Scanning scan result";
    private readonly FileStore _store = new(storage.Blobs);

    private protected override IFileStore Store => _store;

    public Task InitializeAsync() => _store.Create(default);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("No threats found", ScanVerdict.Clean)]
    [InlineData("Malicious", ScanVerdict.Malicious)]
    [InlineData("Not Scanned", ScanVerdict.Failed)]
    public async Task The_verdict_of_the_scan_is_read_from_the_tags(string result, ScanVerdict verdict)
    {
        await Keep([1]);
        await storage.Blobs.GetBlobContainerClient("originals").GetBlobClient(Path)
            .SetTagsAsync(new Dictionary<string, string> { [Scan] = result });
        Assert.Equal(verdict, await Store.Verdict(Place.Originals, Path, default));
    }
}
