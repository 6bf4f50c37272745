using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Hub.StandIns.Tests.Tables;

[Collection(TablesCollection.Name)]
public sealed class EntityTests(TablesFixture tables)
{
    [Fact]
    public async Task An_entity_that_is_there_already_is_not_added_again()
    {
        var table = await tables.NewTable();
        await table.AddEntityAsync(new TableEntity("p", "r"));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(409, failure.Status);
        Assert.True(failure.ErrorCode == TableErrorCode.EntityAlreadyExists);
    }

    [Fact]
    public async Task Adding_answers_with_no_content_and_the_etag_that_an_update_takes()
    {
        var table = await tables.NewTable();

        var added = await table.AddEntityAsync(new TableEntity("p", "r") { ["Name"] = "first" });
        var etag = added.Headers.ETag!.Value;
        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["Name"] = "second" }, etag);

        Assert.Equal(204, added.Status);
        Assert.Equal("second", (await table.GetEntityAsync<TableEntity>("p", "r")).Value.GetString("Name"));
    }

    [Fact]
    public async Task An_update_with_a_stale_etag_changes_nothing()
    {
        var table = await tables.NewTable();
        await table.AddEntityAsync(new Authority { PartitionKey = "p", RowKey = "r", Name = "first" });
        var read = (await table.GetEntityAsync<Authority>("p", "r")).Value;
        await table.UpdateEntityAsync(
            new Authority { PartitionKey = "p", RowKey = "r", Name = "second" }, read.ETag, TableUpdateMode.Replace);

        read.Name = "third";
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(read, read.ETag));

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (failure.Status, failure.ErrorCode));
        Assert.Equal("second", (await table.GetEntityAsync<Authority>("p", "r")).Value.Name);
    }

    [Fact]
    public async Task An_update_of_a_missing_entity_is_not_found_and_an_upsert_makes_it()
    {
        var table = await tables.NewTable();
        var entity = new TableEntity("p", "r") { ["Name"] = "n" };

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(entity, ETag.All));
        await table.UpsertEntityAsync(entity);

        Assert.Equal((404, "ResourceNotFound"), (failure.Status, failure.ErrorCode));
        Assert.True((await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
    }

    [Fact]
    public async Task An_update_without_an_etag_is_refused()
    {
        var table = await tables.NewTable();

        await Assert.ThrowsAsync<ArgumentException>(() => table.UpdateEntityAsync(new TableEntity("p", "r"), default));
    }

    [Fact]
    public async Task Merging_keeps_what_it_does_not_name_and_replacing_drops_it()
    {
        var table = await tables.NewTable();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 1 });

        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 2 });
        var merged = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 3 }, TableUpdateMode.Replace);
        var replaced = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;

        Assert.Equal((2, 1), (merged.GetInt32("A"), merged.GetInt32("B")));
        Assert.Equal((3, null), (replaced.GetInt32("A"), replaced.GetInt32("B")));
    }

    [Fact]
    public async Task A_missing_entity_throws_or_has_no_value_as_the_caller_asked()
    {
        var table = await tables.NewTable();

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<Authority>("p", "r"));
        var missing = await table.GetEntityIfExistsAsync<Authority>("p", "r");

        Assert.Equal((404, "ResourceNotFound"), (failure.Status, failure.ErrorCode));
        Assert.False(missing.HasValue);
        Assert.Equal(404, missing.GetRawResponse().Status);
        Assert.Throws<InvalidOperationException>(() => missing.Value);
    }

    [Fact]
    public async Task Deleting_answers_404_for_what_is_not_there_and_minds_the_etag()
    {
        var table = await tables.NewTable();
        var old = (await table.AddEntityAsync(new TableEntity("p", "r"))).Headers.ETag!.Value;
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 1 });

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync("p", "r", old));

        Assert.Equal(412, failure.Status);
        Assert.Equal(204, (await table.DeleteEntityAsync("p", "r")).Status);
        Assert.Equal(404, (await table.DeleteEntityAsync("p", "r")).Status);
    }

    [Fact]
    public async Task Only_the_selected_properties_come_back()
    {
        var table = await tables.NewTable();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 });

        var one = (await table.GetEntityAsync<TableEntity>("p", "r", ["A"])).Value;

        Assert.Equal((1, null), (one.GetInt32("A"), one.GetInt32("B")));
    }

    [Fact]
    public async Task A_table_that_is_missing_says_so()
    {
        var table = tables.Service.GetTableClient("missing");

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((404, "TableNotFound"), (failure.Status, failure.ErrorCode));
        Assert.Equal(404, (await table.DeleteAsync()).Status);
    }
}
