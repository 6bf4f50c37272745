using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace Hub.StandIns.Tests.Tables;

public enum Kind
{
    Ministry,
    Court,
}

public sealed class Authority : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }

    public string? Name { get; set; }

    public int Count { get; set; }

    public int? Maybe { get; set; }

    public long Sequence { get; set; }

    public double Share { get; set; }

    public bool Active { get; set; }

    public DateTimeOffset Since { get; set; } = DateTimeOffset.UnixEpoch;

    public DateTime Day { get; set; } = DateTime.UnixEpoch;

    public Guid Id { get; set; }

    public byte[]? Seal { get; set; }

    public BinaryData? Stamp { get; set; }

    public Kind Kind { get; set; }

    public Kind? Second { get; set; }

    [DataMember(Name = "urgent_channel")]
    public string? Channel { get; set; }

    [IgnoreDataMember]
    public IReadOnlyList<string> Cached { get; set; } = [];
}
