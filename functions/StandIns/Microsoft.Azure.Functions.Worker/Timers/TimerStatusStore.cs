using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Keeps where each timer stands, so that a restart knows what it missed.</summary>
internal sealed class TimerStatusStore(BlobContainerClient container, string host)
{
    private const string ContainerName = "azure-webjobs-hosts";

    public TimerStatusStore(string connection, string host)
        : this(new BlobContainerClient(connection, ContainerName, Options()), host)
    {
    }

    public Uri Address => container.Uri;

    public async Task<ScheduleStatus?> Read(string function)
    {
        try
        {
            return (await Blob(function).DownloadContentAsync()).Value.Content.ToObjectFromJson<ScheduleStatus>();
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound || e.ErrorCode == BlobErrorCode.ContainerNotFound)
        {
            return null;
        }
    }

    public async Task<ScheduleStatus> Write(string function, ScheduleStatus status)
    {
        await container.CreateIfNotExistsAsync();
        await Blob(function).UploadAsync(BinaryData.FromObjectAsJson(status), overwrite: true);
        return status;
    }

    private BlobClient Blob(string function) => container.GetBlobClient($"timers/{host}/{function}/status");

    private static BlobClientOptions Options()
    {
        var options = new BlobClientOptions();
        options.Retry.MaxRetries = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(100);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        return options;
    }
}
