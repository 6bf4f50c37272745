using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Hub.Notices.Documents;
using Hub.Operations.Erasures;

namespace Hub.Azure.Blobs;

/// <summary>
/// Deletes blobs for good. Where a container's policy keeps them unchanged, that is no error: they go when it lets them. What versioning
/// and soft delete keep of a deleted blob, the storage account's own rules take away (docs/privacy.md).
/// </summary>
public sealed class FileEraser(BlobServiceClient service) : IFileEraser
{
    private static readonly string[] Keeping = ["BlobImmutableDueToPolicy", "BlobNotDeletable", "BlobImmutableDueToLegalHold"];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredFile>> List(string folder, CancellationToken cancel)
    {
        var found = new List<StoredFile>();
        foreach (var place in Enum.GetValues<Place>())
            await foreach (var blob in FileStore.ContainerOf(service, place)
                .GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{folder}/", cancel))
                found.Add(new(place, blob.Name, blob.Properties.CreatedOn ?? blob.Properties.LastModified ?? DateTimeOffset.UnixEpoch));
        return found;
    }

    /// <inheritdoc/>
    public async Task<bool> Delete(StoredFile file, CancellationToken cancel)
    {
        try
        {
            await FileStore.ContainerOf(service, file.Place).GetBlobClient(file.Path)
                .DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancel);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 409 && Keeping.Contains(e.ErrorCode))
        {
            return false;
        }
    }
}
