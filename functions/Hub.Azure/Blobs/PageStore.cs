using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Hub.Core.Channels.Links;

namespace Hub.Azure.Blobs;

/// <summary>Public pages in the container of the storage account's static website.</summary>
public sealed class PageStore(BlobServiceClient service) : IPageStore
{
    /// <summary>The container that Azure serves as a website.</summary>
    public const string Container = "$web";

    private readonly BlobContainerClient _container = service.GetBlobContainerClient(Container);

    /// <summary>Creates the container where it is missing.</summary>
    public Task Create(CancellationToken cancel) => _container.CreateIfNotExistsAsync(cancellationToken: cancel);

    /// <inheritdoc/>
    public Task Put(Page page, CancellationToken cancel) => _container.GetBlobClient(page.Path).UploadAsync(
        BinaryData.FromBytes(page.Content),
        new BlobUploadOptions { HttpHeaders = new() { ContentType = page.MediaType, CacheControl = "public, max-age=60" } }, cancel);
}
