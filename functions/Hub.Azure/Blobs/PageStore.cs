using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Hub.Delivery.NetworkPages;

namespace Hub.Azure.Blobs;

/// <summary>
/// Public pages in the container of the storage account's static website, each with the version that it shows as metadata.
/// </summary>
public sealed class PageStore(BlobServiceClient service) : IPageStore
{
    /// <summary>The container that Azure serves as a website.</summary>
    public const string Container = "$web";

    private const string Sequence = "sequence";
    private const string Day = "day";
    private const string DayFormat = "yyyy-MM-dd";

    private readonly BlobContainerClient _container = service.GetBlobContainerClient(Container);

    /// <summary>Creates the container where it is missing.</summary>
    public Task Create(CancellationToken cancel) => _container.CreateIfNotExistsAsync(cancellationToken: cancel);

    /// <inheritdoc/>
    public async Task Put(Page page, PageVersion version, CancellationToken cancel)
    {
        var blob = _container.GetBlobClient(page.Path);
        do
        {
            var present = await Find(blob, cancel);
            if (present is not null && VersionOf(present) is { } there && there.IsLaterThan(version))
                return;
            var conditions = present is null ? new BlobRequestConditions { IfNoneMatch = ETag.All } : new() { IfMatch = present.ETag };
            if (await TryPut(blob, page, version, conditions, cancel))
                return;
        }
        while (true);
    }

    private static async Task<BlobProperties?> Find(BlobClient blob, CancellationToken cancel)
    {
        try
        {
            return (await blob.GetPropertiesAsync(cancellationToken: cancel)).Value;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    // False where somebody else put one since it was looked at; any other conflict is none that another try would end.
    private static async Task<bool> TryPut(
        BlobClient blob, Page page, PageVersion version, BlobRequestConditions conditions, CancellationToken cancel)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = page.MediaType, CacheControl = page.IsForGood ? Page.ForGood : Page.ForAMinute },
            Metadata = new Dictionary<string, string>
            {
                [Sequence] = version.Sequence.ToString(CultureInfo.InvariantCulture),
                [Day] = version.Day.ToString(DayFormat, CultureInfo.InvariantCulture),
            },
            Conditions = conditions,
        };
        try
        {
            await blob.UploadAsync(BinaryData.FromBytes(page.Content), options, cancel);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == 412 || e.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            return false;
        }
    }

    private static PageVersion? VersionOf(BlobProperties page) =>
        page.Metadata.TryGetValue(Sequence, out var sequence) && page.Metadata.TryGetValue(Day, out var day)
        && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new(number, date)
            : null;
}
