using System.Net;
using System.Net.Sockets;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Hub.Functions.Errors;

namespace Hub.Functions.Tests.Guards;

/// <summary>A caller is asked to come again where storage is away, and told of a mistake where the hub made one.</summary>
public sealed class StorageFailureTests
{
    private const string Account = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=aGVsbG8=;";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_storage_that_takes_calls_and_never_answers_is_away(int retries)
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/devstoreaccount1";

        var table = new TableClient($"{Account}TableEndpoint={address};", "Notices", Soon(new TableClientOptions(), retries));
        await IsAway(() => table.GetEntityIfExistsAsync<TableEntity>("XF", "1"));
        await IsAway(() => table.AddEntityAsync(new TableEntity("XF", "1")));
        await IsAway(() => table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("XF", "1"))]));
        await IsAway(async () => { await foreach (var _ in table.QueryAsync<TableEntity>()) { } });
        var blob = new BlobClient($"{Account}BlobEndpoint={address};", "originals", "1", Soon(new BlobClientOptions(), retries));
        await IsAway(() => blob.UploadAsync(new BinaryData([1])));
        await IsAway(() => blob.DownloadContentAsync());
    }

    [Fact]
    public void A_mistake_of_the_hub_is_none_of_storages()
    {
        Assert.False(StorageFailure.IsUnavailable(new InvalidOperationException()));
        Assert.False(
            StorageFailure.IsUnavailable(new AggregateException(new OperationCanceledException(), new InvalidOperationException())));
    }

    private static async Task IsAway(Func<Task> call)
    {
        var e = await Record.ExceptionAsync(call);
        Assert.True(StorageFailure.IsUnavailable(e!), $"{e}");
    }

    private static T Soon<T>(T options, int retries) where T : ClientOptions
    {
        options.Retry.MaxRetries = retries;
        options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        options.Retry.NetworkTimeout = TimeSpan.FromMilliseconds(100);
        return options;
    }
}
