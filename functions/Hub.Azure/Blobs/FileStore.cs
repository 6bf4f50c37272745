using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Hub.Notices.Documents;

namespace Hub.Azure.Blobs;

/// <summary>Files in blobs, each written once. Long ones go up in blocks, so that memory holds a few of those and never a file.</summary>
public sealed class FileStore(BlobServiceClient service) : IFileStore
{
    private const string QuarantineContainer = "quarantine";
    private const string DocumentsContainer = "documents";
    private const string ScanResult = "Malware Scanning scan result";
    private const int Block = 1024 * 1024;

    private static readonly StorageTransferOptions InBlocks =
        new() { InitialTransferSize = Block, MaximumTransferSize = Block, MaximumConcurrency = 2 };

    /// <summary>Creates the containers where they are missing.</summary>
    public Task Create(CancellationToken cancel) =>
        Task.WhenAll(Enum.GetValues<Place>().Select(p => Container(p).CreateIfNotExistsAsync(cancellationToken: cancel)));

    /// <inheritdoc/>
    public async Task<bool> Keep(Place place, string path, Stream content, string mediaType, CancellationToken cancel)
    {
        var options = new BlobUploadOptions
        {
            Conditions = new() { IfNoneMatch = ETag.All }, HttpHeaders = new() { ContentType = mediaType }, TransferOptions = InBlocks,
        };
        try
        {
            await Container(place).GetBlobClient(path).UploadAsync(content, options, cancel);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<Stream?> Open(Place place, string path, CancellationToken cancel)
    {
        try
        {
            return await Container(place).GetBlobClient(path).OpenReadAsync(bufferSize: Block, cancellationToken: cancel);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task Remove(Place place, string path, CancellationToken cancel) =>
        Container(place).GetBlobClient(path).DeleteIfExistsAsync(cancellationToken: cancel);

    /// <inheritdoc/>
    public async Task<ScanVerdict> Verdict(Place place, string path, CancellationToken cancel)
    {
        var tags = await Tags(Container(place).GetBlobClient(path), cancel);
        return tags.TryGetValue(ScanResult, out var result)
            ? result switch { "No threats found" => ScanVerdict.Clean, "Malicious" => ScanVerdict.Malicious, _ => ScanVerdict.Failed }
            : ScanVerdict.Pending;
    }

    private static async Task<IDictionary<string, string>> Tags(BlobClient blob, CancellationToken cancel)
    {
        try
        {
            return (await blob.GetTagsAsync(cancellationToken: cancel)).Value.Tags;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return new Dictionary<string, string>();
        }
    }

    private BlobContainerClient Container(Place place) => ContainerOf(service, place);

    /// <summary>The container of a place.</summary>
    internal static BlobContainerClient ContainerOf(BlobServiceClient service, Place place) => service.GetBlobContainerClient(place switch
    {
        Place.Originals => OriginalStore.Container,
        Place.Quarantine => QuarantineContainer,
        Place.Documents => DocumentsContainer,
    });
}
