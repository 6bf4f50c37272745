using System.Text.RegularExpressions;

namespace Azure.Data.Tables.Entities;

/// <summary>What the service allows in the names of tables and the keys of entities; Azurite allows more.</summary>
internal static partial class EntityKeys
{
    private const int LongestKeyBytes = 1024;

    internal static string CheckedTable(string name) => TableName().IsMatch(name ?? throw new ArgumentNullException(nameof(name)))
        ? name
        : throw new ArgumentException($"'{name}' is no table name: 3 to 63 letters and digits, beginning with a letter.", nameof(name));

    internal static void Check(string partitionKey, string rowKey)
    {
        CheckKey(nameof(ITableEntity.PartitionKey), partitionKey);
        CheckKey(nameof(ITableEntity.RowKey), rowKey);
    }

    /// <summary>The part of the path that names one entity.</summary>
    internal static string Path(string partitionKey, string rowKey) =>
        $"(PartitionKey='{Escaped(partitionKey)}',RowKey='{Escaped(rowKey)}')";

    private static void CheckKey(string which, string key)
    {
        ArgumentNullException.ThrowIfNull(key, which);
        foreach (var character in key)
            if (character is '/' or '\\' or '#' or '?' || char.IsControl(character))
                throw Refused(which, $"holds U+{(int)character:X4}; / \\ # ? and control characters are not allowed", "OutOfRangeInput");
        if (key.Length * sizeof(char) > LongestKeyBytes)
            throw Refused(which, $"has {key.Length} characters; {LongestKeyBytes / sizeof(char)} are allowed", "KeyValueTooLarge");
    }

    private static RequestFailedException Refused(string which, string why, string code) => new(400, $"The {which} {why}.", code, null);

    private static string Escaped(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,62}$")]
    private static partial Regex TableName();
}
