using Azure.Data.Tables;

namespace Hub.StandIns.Tests.Tables;

public sealed class TableEntityTests
{
    [Fact]
    public void A_missing_property_is_null_and_one_of_another_type_throws()
    {
        var entity = new TableEntity("p", "r") { ["Count"] = 7 };

        Assert.Null(entity.GetString("Name"));
        Assert.Null(entity["Name"]);
        Assert.Null(entity.GetInt64("Name"));
        Assert.Throws<InvalidOperationException>(() => entity.GetString("Count"));
        Assert.Throws<InvalidOperationException>(() => entity.GetInt64("Count"));
    }

    [Fact]
    public void A_property_keeps_its_type_but_an_int_may_grow()
    {
        var entity = new TableEntity { ["Long"] = 5L, ["Int"] = 5, ["Text"] = "x" };
        entity["Long"] = 6;
        entity["Int"] = 6L;
        entity["Text"] = null;
        entity["Text"] = 7;

        Assert.Equal((6L, 6L, 7), (entity.GetInt64("Long"), entity.GetInt64("Int"), entity.GetInt32("Text")));
        Assert.Throws<InvalidOperationException>(() => entity["Long"] = "text");
    }

    [Fact]
    public void Times_and_bytes_are_read_either_way()
    {
        var time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var entity = new TableEntity
        {
            ["Offset"] = time, ["Utc"] = time.UtcDateTime, ["Bytes"] = new byte[] { 1 }, ["Data"] = BinaryData.FromBytes(new byte[] { 2 }),
        };

        Assert.Equal((time.UtcDateTime, time), (entity.GetDateTime("Offset"), entity.GetDateTimeOffset("Utc")));
        Assert.Equal([1], entity.GetBinaryData("Bytes")!.ToArray());
        Assert.Equal([2], entity.GetBinary("Data")!);
    }

    [Fact]
    public void It_is_a_dictionary_of_its_properties_and_keys()
    {
        IDictionary<string, object> entity = new TableEntity(new Dictionary<string, object> { ["PartitionKey"] = "p", ["A"] = 1 });
        entity.Add("B", true);
        entity.Remove("A");

        Assert.Equal(["B", "PartitionKey"], entity.Keys.Order(StringComparer.Ordinal));
        Assert.True(entity.TryGetValue("B", out var flag) && flag is true);
        Assert.Equal("p", ((ITableEntity)entity).PartitionKey);
        Assert.False(entity.IsReadOnly);
        Assert.Equal(2, entity.Count);
        Assert.Contains(new KeyValuePair<string, object>("B", true), entity);
    }
}
