using System.Diagnostics.CodeAnalysis;

namespace Azure.Data.Tables;

/// <summary>An entity as a dictionary of its properties, the keys, the timestamp and the ETag among them.</summary>
public sealed partial class TableEntity : ITableEntity, IDictionary<string, object>
{
    internal const string ETagName = "odata.etag";
    private readonly Dictionary<string, object?> _properties;

    public TableEntity() => _properties = [];

    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public TableEntity(IDictionary<string, object> values) => _properties = new(values!);

    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey))!;
        set => _properties[nameof(PartitionKey)] = value;
    }

    public string RowKey
    {
        get => GetString(nameof(RowKey))!;
        set => _properties[nameof(RowKey)] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(nameof(Timestamp));
        set => _properties[nameof(Timestamp)] = value;
    }

    public ETag ETag
    {
        get => GetString(ETagName) is { } etag ? new(etag) : default;
        set => _properties[ETagName] = value.ToString();
    }

    [AllowNull]
    public object this[string key]
    {
        get => _properties.GetValueOrDefault(key)!;
        set => _properties[key] = Fitting(key, value);
    }

    public string? GetString(string key) => (string?)Get(key, typeof(string));

    public byte[]? GetBinary(string key) => Get(key, typeof(byte[]), typeof(BinaryData)) switch
    {
        BinaryData data => data.ToArray(),
        var bytes => (byte[]?)bytes,
    };

    public BinaryData? GetBinaryData(string key) => Get(key, typeof(BinaryData), typeof(byte[])) switch
    {
        byte[] bytes => BinaryData.FromBytes(bytes),
        var data => (BinaryData?)data,
    };

    public bool? GetBoolean(string key) => (bool?)Get(key, typeof(bool));

    public DateTime? GetDateTime(string key) => Get(key, typeof(DateTime), typeof(DateTimeOffset)) switch
    {
        DateTimeOffset time => time.UtcDateTime,
        var time => (DateTime?)time,
    };

    public DateTimeOffset? GetDateTimeOffset(string key) => Get(key, typeof(DateTimeOffset), typeof(DateTime)) switch
    {
        DateTime time => new DateTimeOffset(time),
        var time => (DateTimeOffset?)time,
    };

    public double? GetDouble(string key) => (double?)Get(key, typeof(double));

    public Guid? GetGuid(string key) => (Guid?)Get(key, typeof(Guid));

    public int? GetInt32(string key) => (int?)Get(key, typeof(int));

    public long? GetInt64(string key) => (long?)Get(key, typeof(long));

    private object? Get(string key, params ReadOnlySpan<Type> types)
    {
        if (_properties.GetValueOrDefault(key) is not { } value)
            return null;
        return types.Contains(value.GetType())
            ? value
            : throw new InvalidOperationException($"Property '{key}' holds a {value.GetType().Name}, not a {types[0].Name}.");
    }

    // A property keeps the type it has, as in Microsoft's package; an int may become a long or a double.
    private object? Fitting(string key, object? value) => (_properties.GetValueOrDefault(key), value) switch
    {
        (null, _) or (_, null) => value,
        (long, int number) => (long)number,
        (double, int number) => (double)number,
        (int, long or double) => value,
        var (old, _) when old.GetType().IsInstanceOfType(value) => value,
        var (old, _) => throw new InvalidOperationException(
            $"Property '{key}' holds a {old.GetType().Name} and cannot take a {value.GetType().Name}: remove it first."),
    };
}
