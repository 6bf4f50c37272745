using System.Net.Http.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs;
using Hub.Azure.Bus;
using Hub.LocalProcesses;

namespace Hub.Benchmarks.Floors;

/// <summary>
/// The operations of a notice on storage and bus, in the same order and with entities of the same size, and nothing else: no host, no
/// HTTP, no rules.
/// </summary>
internal sealed class NoticeFloor : IAsyncDisposable
{
    private static readonly string Content = new('x', 2000);
    private readonly LocalBroker _broker;
    private readonly ServiceBusClient _bus;
    private readonly TableClient _table;
    private readonly BlobContainerClient _blobs;
    private readonly ServiceBusSender _sender;
    private readonly ServiceBusReceiver _receiver;

    private NoticeFloor(string storage, LocalBroker broker)
    {
        (_broker, _bus) = (broker, new(broker.ConnectionString));
        _table = new TableServiceClient(storage).GetTableClient("Floor");
        _blobs = new(storage, "floor", new BlobClientOptions(BlobClientOptions.ServiceVersion.V2023_01_03));
        (_sender, _receiver) = (_bus.CreateSender(Queues.Notices), _bus.CreateReceiver(Queues.Notices));
    }

    /// <summary>On the hub's storage; with a broker of its own, for the hub would take the messages of the other.</summary>
    public static async Task<NoticeFloor> Start(string storage)
    {
        var floor = new NoticeFloor(storage, await LocalBroker.Start());
        await Task.WhenAll(floor._table.CreateIfNotExistsAsync(), floor._blobs.CreateIfNotExistsAsync());
        await Timings.Of(20, 8, _ => floor.One());
        return floor;
    }

    /// <summary>What a notice needs, from submission to commit.</summary>
    public async Task One()
    {
        var id = Guid.NewGuid().ToString("N");
        // Submission: the original, the notice with its fingerprints, the wake-up.
        await _blobs.GetBlobClient(id).UploadAsync(BinaryData.FromString(Content));
        await _table.SubmitTransactionAsync(Rows("notice", id, 3, TableTransactionActionType.Add));
        await Message(id);
        // Routing.
        await ReadAndWrite("notice", id);
        // Decision and commit.
        await ReadAndWrite("notice", id);
        await _table.SubmitTransactionAsync(Rows("register", id, 5, TableTransactionActionType.UpsertReplace));
        await _table.UpdateEntityAsync(Row("notice", $"{id}-0"), ETag.All, TableUpdateMode.Replace);
    }

    /// <summary>What a commit needs to be heard of: a wake-up, and one post to the partner.</summary>
    public async Task Tell(HttpClient partner)
    {
        await Message("endpoint");
        using var answer = await partner.PostAsJsonAsync("hooks/floor", new { data = new string('x', 500) });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _bus.DisposeAsync();
        await _broker.DisposeAsync();
    }

    private async Task Message(string body)
    {
        await _sender.SendMessageAsync(new(body));
        await _receiver.CompleteMessageAsync(await _receiver.ReceiveMessageAsync());
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
