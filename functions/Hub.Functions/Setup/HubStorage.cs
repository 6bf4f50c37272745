using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Hub.Azure;
using Microsoft.Extensions.Configuration;

namespace Hub.Functions.Setup;

/// <summary>The storage account of the hub's data.</summary>
/// <param name="Tables">Its tables.</param>
/// <param name="Blobs">Its blobs.</param>
internal sealed record HubStorage(TableServiceClient Tables, BlobServiceClient Blobs)
{
    private const int Retries = 3;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>By connection string (Azurite), or by the addresses of the services and the managed identity (Azure).</summary>
    public static HubStorage Read(IConfiguration configuration, StorageClock clock)
    {
        var blobOptions = Quick(new BlobClientOptions(BlobClientOptions.ServiceVersion.V2023_01_03), clock);
        var tableOptions = Quick(new TableClientOptions(), clock);
        if ((configuration["Data"] ?? configuration["AzureWebJobsStorage"]) is { Length: > 0 } connection)
            return new(new(connection, tableOptions), new(connection, blobOptions));
        var credential = new DefaultAzureCredential();
        return new(
            new(Service(configuration, "table"), credential, tableOptions), new(Service(configuration, "blob"), credential, blobOptions));
    }

    private static Uri Service(IConfiguration configuration, string service) =>
        Uri.TryCreate(configuration[$"Data:{service}ServiceUri"], UriKind.Absolute, out var uri)
            ? uri
            : throw new InvalidOperationException(
                $"The hub cannot start: the setting Data__{service}ServiceUri is missing. "
                + "Locally, set AzureWebJobsStorage to UseDevelopmentStorage=true.");

    // A caller waits for a response: better 503 and Retry-After soon than a minute of silence.
    private static T Quick<T>(T options, StorageClock clock) where T : ClientOptions
    {
        options.AddPolicy(clock.Policy(), HttpPipelinePosition.PerRetry);
        options.Retry.MaxRetries = Retries;
        options.Retry.Delay = TimeSpan.FromMilliseconds(100);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(1);
        options.Retry.NetworkTimeout = Timeout;
        return options;
    }
}
