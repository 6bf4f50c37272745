using Azure;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs;
using Hub.Testing;

namespace Hub.Benchmarks;

/// <summary>The storage operations of a notice, in the same order and with entities of the same size, and nothing else.</summary>
internal sealed class Floor
{
    private const string Queue = "notices";
    private static readonly string Content = new('x', 2000);
    private readonly TableClient _table;
    private readonly BlobContainerClient _blobs;
    private readonly ServiceBusSender _sender;
    private readonly ServiceBusReceiver _receiver;

    private Floor(string storage, ServiceBusClient bus)
    {
        _table = new TableServiceClient(storage).GetTableClient("Floor");
        _blobs = new(storage, "floor", new BlobClientOptions(BlobClientOptions.ServiceVersion.V2023_01_03));
        (_sender, _receiver) = (bus.CreateSender(Queue), bus.CreateReceiver(Queue));
    }

    /// <summary>Notices a second.</summary>
    public static async Task<double> Measure(string storage, int count, int concurrency)
    {
        // A broker of its own: the hub would take the messages of the other.
        await using var broker = await LocalBroker.Start();
        await using var bus = new ServiceBusClient(broker.ConnectionString);
        var floor = new Floor(storage, bus);
        await Task.WhenAll(floor._table.CreateIfNotExistsAsync(), floor._blobs.CreateIfNotExistsAsync());
        await Timings.Of(10, concurrency, i => floor.One($"warm-{i}"));
        return (await Timings.Of(count, concurrency, i => floor.One($"{i}"))).PerSecond;
    }

    private async Task One(string id)
    {
        // Submission: the original, the notice with its fingerprints, the wake-up.
        await _blobs.GetBlobClient(id).UploadAsync(BinaryData.FromString(Content));
        await _table.SubmitTransactionAsync(Rows("notice", id, 3, TableTransactionActionType.Add));
        await _sender.SendMessageAsync(new(id));
        // Routing.
        var message = await _receiver.ReceiveMessageAsync();
        await ReadAndWrite("notice", id);
        await _receiver.CompleteMessageAsync(message);
        // Decision and commit.
        await ReadAndWrite("notice", id);
        await _table.SubmitTransactionAsync(Rows("register", id, 5, TableTransactionActionType.UpsertReplace));
        await _table.UpdateEntityAsync(Row("notice", $"{id}-0"), ETag.All, TableUpdateMode.Replace);
    }

    private async Task ReadAndWrite(string partition, string id)
    {
        var row = await _table.GetEntityAsync<TableEntity>(partition, $"{id}-0");
        await _table.UpdateEntityAsync(row.Value, row.Value.ETag, TableUpdateMode.Replace);
    }

    private static IEnumerable<TableTransactionAction> Rows(string partition, string id, int count, TableTransactionActionType type) =>
        Enumerable.Range(0, count).Select(i => new TableTransactionAction(type, Row(partition, $"{id}-{i}")));

    private static TableEntity Row(string partition, string row) => new(partition, row) { ["Json"] = Content };
}
