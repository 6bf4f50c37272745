using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Hub.Delivery.Editions;
using Hub.Register.Log;

namespace Hub.Azure.Blobs;

/// <summary>Editions, each in a folder of its own, every file written once (I9).</summary>
public sealed class EditionStore(BlobServiceClient service) : IEditionStore
{
    /// <summary>The container of the editions.</summary>
    public const string Container = "editions";

    private readonly BlobContainerClient _container = service.GetBlobContainerClient(Container);

    /// <summary>Creates the container where it is missing.</summary>
    public Task Create(CancellationToken cancel) => _container.CreateIfNotExistsAsync(cancellationToken: cancel);

    /// <inheritdoc/>
    public async Task<EditionFile> Keep(EditionId edition, EditionFile file, CancellationToken cancel)
    {
        var options = new BlobUploadOptions
        {
            Conditions = new() { IfNoneMatch = ETag.All },
            HttpHeaders = new() { ContentType = file.MediaType },
        };
        try
        {
            await Blob(edition, file.Name).UploadAsync(BinaryData.FromBytes(file.Content), options, cancel);
            return file;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // An earlier try, or another process at the same moment, put it there: what is there holds.
            return await Find(edition, file.Name, cancel)
                ?? throw new InvalidOperationException($"{edition.Slug}/{file.Name} was there and is gone.");
        }
    }

    /// <inheritdoc/>
    public async Task<EditionFile?> Find(EditionId edition, string name, CancellationToken cancel)
    {
        try
        {
            var blob = (await Blob(edition, name).DownloadContentAsync(cancel)).Value;
            return new(name, blob.Details.ContentType, blob.Content.ToMemory()) { KeptAt = blob.Details.CreatedOn };
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<EditionId>> List(CancellationToken cancel)
    {
        var found = new List<EditionId>();
        await foreach (var folder in _container.GetBlobsByHierarchyAsync(
            BlobTraits.None, BlobStates.None, "/", prefix: null, cancel))
            if (folder.IsPrefix && EditionId.TryParse(folder.Prefix.TrimEnd('/'), out var id))
                found.Add(id);
        return [.. found.Order()];
    }

    private BlobClient Blob(EditionId edition, string name) => _container.GetBlobClient($"{edition.Slug}/{name}");
}
