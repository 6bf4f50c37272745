using Azure.Data.Tables;
using Hub.Core.Channels;

namespace Hub.Azure.Tables;

/// <summary>Attempts by channel and receiver, newest first.</summary>
public sealed class DeliveryLog(HubTables tables) : IDeliveryLog
{
    /// <inheritdoc/>
    public Task AddAll(IReadOnlyList<Attempt> attempts, CancellationToken cancel) => attempts is [var only]
        ? tables.Deliveries.UpsertEntityAsync(Entity(only), TableUpdateMode.Replace, cancel)
        : tables.Deliveries.SubmitTransactionAsync(
            attempts.Select(a => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Entity(a))), cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Attempt>> List(string channel, string name, int limit, Attempt? before, CancellationToken cancel) =>
        tables.Deliveries.List<Attempt>($"PartitionKey eq {Partition(channel, name)} and RowKey gt {(before is null ? "" : Row(before))}", cancel, limit);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Attempt>> Of(string channel, string name, long sequence, CancellationToken cancel) =>
        tables.Deliveries.List<Attempt>($"PartitionKey eq {Partition(channel, name)} and Sequence eq {sequence}", cancel);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Attempt>> Since(string channel, long sequence, CancellationToken cancel)
    {
        // ',' comes after '+': every receiver of the channel and nothing else.
        var all = await tables.Deliveries.List<Attempt>($"PartitionKey ge {Partition(channel, "")} and PartitionKey lt {channel + ","}", cancel);
        return [.. all.Where(a => a.Sequence >= sequence)];
    }

    private static TableEntity Entity(Attempt attempt)
    {
        var entity = JsonEntity.Of(Partition(attempt.Channel, attempt.Name), Row(attempt), attempt);
        entity["Sequence"] = attempt.Sequence;
        return entity;
    }

    private static string Row(Attempt attempt) => $"{DateTime.MaxValue.Ticks - attempt.At.UtcTicks:D19}-{attempt.Sequence:D12}";

    private static string Partition(string channel, string name) => $"{channel}+{name}";
}
