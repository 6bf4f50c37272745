using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Hub.Notices;

namespace Hub.Azure.Blobs;

/// <summary>Originals, written once: a blob that is there is never written again (I1, I10).</summary>
public sealed class OriginalStore(BlobServiceClient service) : IOriginalStore
{
    /// <summary>The container of the originals.</summary>
    public const string Container = "originals";

    private readonly BlobContainerClient _container = service.GetBlobContainerClient(Container);

    /// <summary>Creates the container where it is missing.</summary>
    public Task Create(CancellationToken cancel) => _container.CreateIfNotExistsAsync(cancellationToken: cancel);

    /// <inheritdoc/>
    public async Task Keep(string path, ReadOnlyMemory<byte> content, string mediaType, CancellationToken cancel)
    {
        var options = new BlobUploadOptions
        {
            Conditions = new() { IfNoneMatch = ETag.All },
            HttpHeaders = new() { ContentType = mediaType },
        };
        try
        {
            await _container.GetBlobClient(path).UploadAsync(BinaryData.FromBytes(content), options, cancel);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // The path is the notice's own: what is there came with the same request, before its answer was lost.
        }
    }

    /// <inheritdoc/>
    public async Task<Stream?> Open(string path, CancellationToken cancel)
    {
        try
        {
            return await _container.GetBlobClient(path).OpenReadAsync(cancellationToken: cancel);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }
}
