using Azure;
using Azure.Data.Tables;

namespace Hub.StandIns.Tests.Tables;

/// <summary>An entity whose keys follow from its own properties.</summary>
public sealed class Member : ITableEntity
{
    public string Network { get; private set; } = "";

    public string State { get; init; } = "";

    public string Title => $"{State} in {Network}";

    string ITableEntity.PartitionKey
    {
        get => $"network {Network}";
        set => Network = value["network ".Length..];
    }

    string ITableEntity.RowKey
    {
        get => State;
        set => _ = value;
    }

    DateTimeOffset? ITableEntity.Timestamp { get; set; }

    ETag ITableEntity.ETag { get; set; }

    public static Member Of(string network, string state) => new() { Network = network, State = state };
}
