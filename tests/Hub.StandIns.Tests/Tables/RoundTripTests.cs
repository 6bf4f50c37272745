using Azure;
using Azure.Data.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace Hub.StandIns.Tests.Tables;

[Collection(TablesCollection.Name)]
public sealed class RoundTripTests(TablesFixture tables)
{
    private static readonly DateTimeOffset Precise = new DateTimeOffset(2026, 8, 1, 23, 59, 59, TimeSpan.FromHours(-5)).AddTicks(1234567);

    public static TheoryData<object> Values => new(
        "", "وزارة العدل", "\"quotes\" \\ back\u0001slash\r\n\t<é> 😀", int.MinValue, int.MaxValue, 0, long.MinValue,
        long.MaxValue, 5L, 0d, 3d, -0.1, 1e300, double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
        double.MaxValue, true, false, Precise, Guid.Empty, Guid.NewGuid(),
        new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero), new byte[] { 0, 255, 62, 63 }, Array.Empty<byte>());

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_of_a_dictionary_entity_comes_back_with_its_type(object value)
    {
        var table = await tables.NewTable();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = value });

        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal(value is DateTimeOffset time ? time.ToUniversalTime() : value, read["Value"]);
        Assert.Equal(value.GetType(), read["Value"].GetType());
        Assert.Equal(["PartitionKey", "RowKey", "Timestamp", "Value", "odata.etag"], read.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_property_of_a_class_comes_back()
    {
        var table = await tables.NewTable();
        var sent = new Authority
        {
            PartitionKey = "p", RowKey = "r", Name = "n", Count = -1, Maybe = 4, Sequence = long.MaxValue, Share = 3, Active = true,
            Since = Precise, Day = Precise.UtcDateTime, Id = Guid.NewGuid(), Seal = [1, 2, 255],
            Stamp = BinaryData.FromBytes(new byte[] { 9 }), Kind = Kind.Court, Second = Kind.Court, Channel = "e-EVIDENCE",
            Cached = ["not stored"],
        };
        await table.AddEntityAsync(sent);

        var read = (await table.GetEntityAsync<Authority>("p", "r")).Value;
        var raw = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equivalent(new
        {
            sent.PartitionKey, sent.RowKey, sent.Name, sent.Count, sent.Maybe, sent.Sequence, sent.Share, sent.Active, sent.Since,
            sent.Day, sent.Id, sent.Seal, sent.Kind, sent.Second, sent.Channel,
        }, read);
        Assert.Equal(sent.Stamp.ToArray(), read.Stamp!.ToArray());
        Assert.Empty(read.Cached);
        Assert.Equal(DateTimeKind.Utc, read.Day.Kind);
        Assert.Equal(("Court", "e-EVIDENCE", false), (raw.GetString("Kind"), raw.GetString("urgent_channel"), raw.ContainsKey("Cached")));
        Assert.Equal((raw.ETag, raw.Timestamp), (read.ETag, read.Timestamp));
        Assert.NotNull(read.Timestamp);
    }

    [Fact]
    public async Task What_is_null_is_not_stored_and_stays_null()
    {
        var table = await tables.NewTable();
        await table.AddEntityAsync(new Authority { PartitionKey = "p", RowKey = "r" });

        var read = (await table.GetEntityAsync<Authority>("p", "r")).Value;

        Assert.Equal((null, null, null, null, null), (read.Name, read.Maybe, read.Seal, read.Second, read.Channel));
    }

    [Fact]
    public async Task Keys_may_be_explicit_setters_private_and_properties_computed()
    {
        var table = await tables.NewTable();
        await table.AddEntityAsync(Member.Of("EJN", "FR"));

        var read = (await table.GetEntityAsync<Member>("network EJN", "FR")).Value;
        var raw = (await table.GetEntityAsync<TableEntity>("network EJN", "FR")).Value;

        Assert.Equal(("EJN", "FR", "FR in EJN"), (read.Network, read.State, raw.GetString("Title")));
        Assert.Equal(raw.ETag, ((ITableEntity)read).ETag);
    }

    [Fact]
    public async Task Any_values_come_back()
    {
        var table = await tables.NewTable();
        Prop.ForAll(ArbMap.Default.ArbFor<Sample>(), sample =>
        {
            var sent = sample.ToAuthority();
            table.AddEntityAsync(sent).GetAwaiter().GetResult();
            return sample == Sample.Of(table.GetEntityAsync<Authority>("p", sent.RowKey).GetAwaiter().GetResult().Value);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task What_no_table_can_hold_is_refused_by_name()
    {
        var table = tables.Service.GetTableClient("missing");

        var dictionary = await Assert.ThrowsAsync<NotSupportedException>(
            () => table.AddEntityAsync(new TableEntity("p", "r") { ["Price"] = 1m }));
        var type = await Assert.ThrowsAsync<NotSupportedException>(() => table.AddEntityAsync(new Unstorable()));
        var local = await Assert.ThrowsAsync<NotSupportedException>(
            () => table.AddEntityAsync(new TableEntity("p", "r") { ["Day"] = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local) }));
        var early = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.AddEntityAsync(new Authority { PartitionKey = "p", RowKey = "r", Since = default }));

        Assert.Contains("'Price' is a Decimal", dictionary.Message, StringComparison.Ordinal);
        Assert.Contains("'Unstorable.Took' is a TimeSpan", type.Message, StringComparison.Ordinal);
        Assert.Contains("'Day' is a DateTime of kind Local", local.Message, StringComparison.Ordinal);
        Assert.Equal("OutOfRangeInput", early.ErrorCode);
    }

    [Fact]
    public async Task A_stored_value_of_another_type_says_which_property_it_was()
    {
        var table = await tables.NewTable();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["Count"] = "seven" });
        await table.AddEntityAsync(new TableEntity("p", "s") { ["Kind"] = "Tribunal" });

        var number = await Assert.ThrowsAsync<InvalidOperationException>(() => table.GetEntityAsync<Authority>("p", "r"));
        var kind = await Assert.ThrowsAsync<InvalidOperationException>(() => table.GetEntityAsync<Authority>("p", "s"));

        Assert.Contains("'Count'", number.Message, StringComparison.Ordinal);
        Assert.Contains("'Kind'", kind.Message, StringComparison.Ordinal);
    }

    private sealed class Unstorable : ITableEntity
    {
        public string PartitionKey { get; set; } = "p";

        public string RowKey { get; set; } = "r";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public TimeSpan? Took { get; set; }
    }
}
