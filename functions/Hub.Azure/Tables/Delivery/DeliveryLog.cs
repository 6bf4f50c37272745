using Azure.Data.Tables;
using Hub.Work.Runner;

namespace Hub.Azure.Tables.Delivery;

/// <summary>
/// Attempts by channel and receiver, newest first. Those of a burst share a row, which stands where its first attempt would.
/// </summary>
public sealed class DeliveryLog(HubTables tables) : IDeliveryLog
{
    private const string First = "First";
    private const string Last = "Last";
    private const long HighestSequence = 999_999_999_999;

    /// <inheritdoc/>
    public Task AddAll(IReadOnlyList<Attempt> attempts, CancellationToken cancel)
    {
        var (partition, row) = (Partition(attempts[0].Channel, attempts[0].Name), Row(attempts[0]));
        var entity = attempts is [var only] ? JsonEntity.Of(partition, row, only) : JsonEntity.Of(partition, row, attempts);
        (entity[First], entity[Last]) = (attempts[0].Sequence, attempts[^1].Sequence);
        return tables.Deliveries.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancel);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Attempt>> List(string channel, string name, int limit, Attempt? before, CancellationToken cancel)
    {
        // The row of the attempt itself is read too: a burst may have begun before it.
        var rows = await tables.Deliveries.List(
            $"PartitionKey eq {Partition(channel, name)} and RowKey ge {(before is null ? "" : Row(before))}", cancel, limit + 1, Read);
        return [.. rows.SelectMany(r => r).Where(a => before is null || IsBefore(a, before)).Take(limit)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Attempt>> Of(string channel, string name, long sequence, CancellationToken cancel)
    {
        var rows = await tables.Deliveries.List(
            $"PartitionKey eq {Partition(channel, name)} and First le {sequence} and Last ge {sequence}", cancel, read: Read);
        return [.. rows.SelectMany(r => r).Where(a => a.Sequence == sequence)];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Attempt>> Since(string channel, long sequence, CancellationToken cancel)
    {
        // ',' comes after '+': every receiver of the channel and nothing else.
        var all = await tables.Deliveries.List(
            $"PartitionKey ge {Partition(channel, "")} and PartitionKey lt {channel + ","}", cancel, read: Read);
        return [.. all.SelectMany(r => r).Where(a => a.Sequence >= sequence)];
    }

    private static IReadOnlyList<Attempt> Read(TableEntity entity) =>
        entity.GetInt64(First) < entity.GetInt64(Last) ? [.. entity.Value<IReadOnlyList<Attempt>>().Reverse()] : [entity.Value<Attempt>()];

    private static bool IsBefore(Attempt attempt, Attempt other) =>
        attempt.At < other.At || (attempt.At == other.At && attempt.Sequence < other.Sequence);

    // Both counted backwards: of attempts of one moment, the one at the later event comes first too.
    private static string Row(Attempt attempt) =>
        $"{DateTime.MaxValue.Ticks - attempt.At.UtcTicks:D19}-{HighestSequence - attempt.Sequence:D12}";

    private static string Partition(string channel, string name) => $"{channel}+{TableKey.Of(name)}";
}
