using Azure;
using Azure.Data.Tables;
using static Azure.Data.Tables.TableTransactionActionType;

namespace Hub.StandIns.Tests.Tables;

[Collection(TablesCollection.Name)]
public sealed class TransactionTests(TablesFixture tables)
{
    [Fact]
    public async Task Every_kind_of_action_is_done_together()
    {
        var table = await tables.NewTable();
        await table.SubmitTransactionAsync([new(Add, Row("merge", 1)), new(Add, Row("replace", 1)), new(Add, Row("delete", 1))]);
        var etag = (await table.GetEntityAsync<TableEntity>("p", "merge")).Value.ETag;

        var done = await table.SubmitTransactionAsync(
        [
            new(Add, Row("add", 2)), new(UpdateMerge, new TableEntity("p", "merge") { ["B"] = "وزارة" }, etag),
            new(UpdateReplace, new TableEntity("p", "replace") { ["B"] = 3 }, ETag.All), new(Delete, new TableEntity("p", "delete")),
            new(UpsertMerge, Row("upsert", 4)), new(UpsertReplace, Row("it's %2B + new", 5)),
        ]);

        Assert.Equal(6, done.Value.Count);
        Assert.All(done.Value, r => Assert.InRange(r.Status, 200, 204));
        Assert.NotNull(done.Value[0].Headers.ETag);
        var found = (await table.QueryAsync<TableEntity>().ToList()).ToDictionary(e => e.RowKey);
        Assert.Equal(["add", "it's %2B + new", "merge", "replace", "upsert"], found.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((1, "وزارة"), (found["merge"].GetInt32("A"), found["merge"].GetString("B")));
        Assert.Equal((null, 3), (found["replace"].GetInt32("A"), found["replace"].GetInt32("B")));
    }

    [Fact]
    public async Task One_failed_action_undoes_all_and_is_named()
    {
        var table = await tables.NewTable();
        await table.AddEntityAsync(Row("there", 1));

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [new(Add, Row("x", 1)), new(UpsertReplace, Row("y", 1)), new(Add, Row("there", 2)), new(Add, Row("z", 1))]));

        Assert.Equal((409, "EntityAlreadyExists", 2), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.Equal("there", Assert.Single(await table.QueryAsync<TableEntity>().ToList()).RowKey);
    }

    [Fact]
    public async Task A_stale_etag_fails_the_transaction()
    {
        var table = await tables.NewTable();
        var stale = (await table.AddEntityAsync(Row("head", 1))).Headers.ETag!.Value;
        await table.UpsertEntityAsync(Row("head", 2));

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [new(Add, Row("event", 1)), new(UpdateReplace, Row("head", 3), stale)]));

        Assert.Equal((412, "UpdateConditionNotSatisfied", 1), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.Equal(2, (await table.GetEntityAsync<TableEntity>("p", "head")).Value.GetInt32("A"));
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("p", "event")).HasValue);
    }

    [Fact]
    public async Task Deleting_what_is_not_there_fails_the_transaction()
    {
        var table = await tables.NewTable();

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [new(Add, Row("x", 1)), new(Delete, Row("gone", 1))]));

        Assert.Equal((404, "ResourceNotFound", 1), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.Equal(0, await table.QueryAsync<TableEntity>().Count());
    }

    [Fact]
    public async Task A_transaction_takes_100_actions_and_not_one_more()
    {
        var table = await tables.NewTable();
        TableTransactionAction[] Adds(int count, string prefix) =>
            [.. Enumerable.Range(0, count).Select(i => new TableTransactionAction(Add, Row($"{prefix}{i}", i)))];

        var done = await table.SubmitTransactionAsync(Adds(100, "a"));
        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(Adds(101, "b")));

        Assert.Equal(100, done.Value.Count);
        Assert.Equal((400, "InvalidInput", 100), (failure.Status, failure.ErrorCode, failure.FailedTransactionActionIndex));
        Assert.Equal(100, await table.QueryAsync<TableEntity>().Count());
    }

    [Fact]
    public async Task A_transaction_of_more_than_four_MiB_is_refused_before_it_is_sent()
    {
        var table = await tables.NewTable();
        var seal = new byte[60 * 1024];
        TableTransactionAction[] Adds(int count) =>
            [.. Enumerable.Range(0, count).Select(i => new TableTransactionAction(Add, new TableEntity("p", $"{i}") { ["Seal"] = seal }))];

        var transport = new Scripted();
        var watched = new TableClient(tables.ConnectionString, table.Name, transport.AsOptions());

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => watched.SubmitTransactionAsync(Adds(52)));
        await table.SubmitTransactionAsync(Adds(50));

        Assert.Equal((413, "RequestBodyTooLarge"), (failure.Status, failure.ErrorCode));
        Assert.Empty(transport.Sent);
        Assert.Equal(50, await table.QueryAsync<TableEntity>(select: ["RowKey"]).Count());
    }

    [Fact]
    public async Task A_transaction_acts_on_one_partition_and_on_each_entity_once()
    {
        var table = await tables.NewTable();

        var partitions = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [new(Add, Row("x", 1)), new(Add, new TableEntity("other", "y"))]));
        var twice = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [new(Add, Row("x", 1)), new(Add, Row("y", 1)), new(Delete, Row("x", 1))]));

        Assert.Equal(
            (400, "CommandsInBatchActOnDifferentPartitions", 1),
            (partitions.Status, partitions.ErrorCode, partitions.FailedTransactionActionIndex));
        Assert.Equal((400, "InvalidDuplicateRow", 2), (twice.Status, twice.ErrorCode, twice.FailedTransactionActionIndex));
        Assert.Equal(0, await table.QueryAsync<TableEntity>().Count());
    }

    [Fact]
    public async Task A_transaction_without_actions_or_with_an_update_without_etag_is_refused()
    {
        var table = await tables.NewTable();

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.SubmitTransactionAsync([]));
        await Assert.ThrowsAsync<ArgumentException>(() => table.SubmitTransactionAsync([new(UpdateReplace, Row("x", 1))]));
    }

    [Fact]
    public async Task A_transaction_on_a_missing_table_says_so()
    {
        var failure = await Assert.ThrowsAnyAsync<RequestFailedException>(
            () => tables.Service.GetTableClient("missing").SubmitTransactionAsync([new(Add, Row("x", 1))]));

        Assert.Equal((404, "TableNotFound"), (failure.Status, failure.ErrorCode));
    }

    private static TableEntity Row(string row, int value) => new("p", row) { ["A"] = value };
}
