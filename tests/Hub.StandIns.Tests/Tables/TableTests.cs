using Azure;
using Azure.Data.Tables;

namespace Hub.StandIns.Tests.Tables;

[Collection(TablesCollection.Name)]
public sealed class TableTests(TablesFixture tables)
{
    [Fact]
    public async Task A_table_can_be_created_twice_if_not_exists_but_not_outright()
    {
        var table = await tables.NewTable();

        var again = await tables.Service.CreateTableIfNotExistsAsync(table.Name);
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateAsync());

        Assert.Equal(table.Name, again.Value.Name);
        Assert.Equal((409, "TableAlreadyExists"), (failure.Status, failure.ErrorCode));
    }

    [Fact]
    public async Task A_table_that_is_being_deleted_is_not_taken_for_one_that_exists()
    {
        var service = new TableServiceClient(tables.ConnectionString, Scripted.Options(new Answer(409, "TableBeingDeleted")));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => service.CreateTableIfNotExistsAsync("abc"));

        Assert.Equal("TableBeingDeleted", failure.ErrorCode);
    }

    [Fact]
    public async Task Tables_are_listed_across_pages_and_gone_when_deleted()
    {
        var names = new[] { await tables.NewTable(), await tables.NewTable(), await tables.NewTable() }.Select(t => t.Name).ToArray();

        var listed = await tables.Service.QueryAsync(maxPerPage: 1).ToNames();
        await tables.Service.GetTableClient(names[0]).DeleteAsync();
        var one = await tables.Service.QueryAsync(TableServiceClient.CreateQueryFilter($"TableName eq {names[1]}")).ToNames();

        Assert.Subset(listed.ToHashSet(), names.ToHashSet());
        Assert.Equal([names[1]], one);
        Assert.DoesNotContain(names[0], await tables.Service.QueryAsync().ToNames());
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("1abc")]
    [InlineData("with-dash")]
    [InlineData("")]
    public void A_name_that_no_table_can_have_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => tables.Service.GetTableClient(name));

    [Theory]
    [InlineData("a/b", "OutOfRangeInput")]
    [InlineData("a\\b", "OutOfRangeInput")]
    [InlineData("a#b", "OutOfRangeInput")]
    [InlineData("a?b", "OutOfRangeInput")]
    [InlineData("a\tb", "OutOfRangeInput")]
    [InlineData("a\u0085b", "OutOfRangeInput")]
    public async Task A_key_that_no_entity_can_have_is_refused_before_it_is_sent(string key, string code)
    {
        var table = tables.Service.GetTableClient("missing");

        var add = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", key)));
        var get = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>(key, "r"));

        Assert.Equal((400, code), (add.Status, add.ErrorCode));
        Assert.Equal((400, code), (get.Status, get.ErrorCode));
    }

    [Fact]
    public async Task A_key_may_have_512_characters_and_no_more()
    {
        var table = await tables.NewTable();

        await table.AddEntityAsync(new TableEntity(new string('k', 512), "r"));
        var failure = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.AddEntityAsync(new TableEntity(new string('k', 513), "r")));

        Assert.Equal("KeyValueTooLarge", failure.ErrorCode);
    }

    [Theory]
    [InlineData("it's ''quoted''")]
    [InlineData("100% + 50%25 & more=1")]
    [InlineData("two words  and spaces ")]
    [InlineData("وزارة العدل")]
    [InlineData("司法部 — Île-de-France, (a) [b] {c} ~!@$^*;:,.|\"<>`")]
    [InlineData("")]
    [InlineData("..")]
    public async Task Keys_of_every_kind_come_back_as_they_went(string key)
    {
        var table = await tables.NewTable();
        await table.AddEntityAsync(new TableEntity(key, key) { ["Name"] = "first" });
        await table.UpsertEntityAsync(new TableEntity(key, key) { ["Name"] = "second" });

        var read = (await table.GetEntityAsync<TableEntity>(key, key)).Value;
        var found = await table.QueryAsync<TableEntity>(e => e.PartitionKey == key && e.RowKey == key).Count();
        await table.SubmitTransactionAsync(
            [new(TableTransactionActionType.UpsertReplace, new TableEntity(key, key) { ["Name"] = "third" })]);
        var changed = (await table.GetEntityAsync<TableEntity>(key, key)).Value;

        Assert.Equal((key, key, "second", 1), (read.PartitionKey, read.RowKey, read.GetString("Name"), found));
        Assert.Equal("third", changed.GetString("Name"));
        Assert.Equal(204, (await table.DeleteEntityAsync(key, key)).Status);
    }
}
