using Azure.Data.Tables;
using Hub.Core.Channels;

namespace Hub.Azure.Tables;

/// <summary>Attempts by channel and receiver, newest first.</summary>
public sealed class DeliveryLog(HubTables tables) : IDeliveryLog
{
    /// <inheritdoc/>
    public Task Add(Attempt attempt, CancellationToken cancel) => tables.Deliveries.UpsertEntityAsync(
        JsonEntity.Of(Partition(attempt.Channel, attempt.Name), $"{DateTime.MaxValue.Ticks - attempt.At.UtcTicks:D19}-{attempt.Sequence:D12}", attempt),
        TableUpdateMode.Replace, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Attempt>> List(string channel, string name, int limit, CancellationToken cancel) =>
        tables.Deliveries.List<Attempt>($"PartitionKey eq {Partition(channel, name)}", cancel, limit);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Attempt>> Since(string channel, long sequence, CancellationToken cancel)
    {
        // ',' comes after '+': every receiver of the channel and nothing else.
        var all = await tables.Deliveries.List<Attempt>($"PartitionKey ge {Partition(channel, "")} and PartitionKey lt {channel + ","}", cancel);
        return [.. all.Where(a => a.Sequence >= sequence)];
    }

    private static string Partition(string channel, string name) => $"{channel}+{name}";
}
