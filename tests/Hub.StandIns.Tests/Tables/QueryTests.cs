using Azure;
using Azure.Data.Tables;

namespace Hub.StandIns.Tests.Tables;

[Collection(TablesCollection.Name)]
public sealed class QueryTests(TablesFixture tables)
{
    private static readonly DateTimeOffset Since = new(2026, 2, 3, 4, 5, 6, 789, TimeSpan.Zero);

    [Fact]
    public async Task The_service_understands_every_filter()
    {
        var table = await tables.NewTable();
        var one = new Authority
        {
            PartitionKey = "it's", RowKey = "b", Name = "O'Brien & sons + 100%", Count = 7, Sequence = 9_000_000_000, Share = 2,
            Active = true, Since = Since, Id = Guid.NewGuid(), Channel = "قناة",
        };
        await table.AddEntityAsync(one);
        await table.AddEntityAsync(new Authority { PartitionKey = "it's", RowKey = "a", Name = "other" });

        await Finds(table.QueryAsync<Authority>(a => a.PartitionKey == one.PartitionKey && a.Name == one.Name));
        await Finds(table.QueryAsync<Authority>(a => a.Sequence >= one.Sequence && a.Sequence < one.Sequence + 1));
        await Finds(table.QueryAsync<Authority>(a => a.Share > 1.5 && a.Share <= 2));
        await Finds(table.QueryAsync<Authority>(a => a.Active));
        await Finds(table.QueryAsync<Authority>(a => !(a.Active == false)));
        await Finds(table.QueryAsync<Authority>(a => a.Since == Since && a.Id == one.Id));
        await Finds(table.QueryAsync<Authority>(a => a.Channel == "قناة" || a.Count > 100));
        await Finds(table.QueryAsync<Authority>(a => a.RowKey.CompareTo("a") > 0));
        await Finds(Text($"Name eq {one.Name} and Id eq {one.Id} and Sequence eq {one.Sequence} and Share eq {one.Share}"));
        await Finds(Text($"Since le {Since} and Count eq {7} and Kind eq {Kind.Ministry.ToString()} and Active eq {true}"));
        Assert.Equal(2, await table.QueryAsync<Authority>(a => true).Count());

        AsyncPageable<Authority> Text(FormattableString filter) => table.QueryAsync<Authority>(TableClient.CreateQueryFilter(filter));
        async Task Finds(AsyncPageable<Authority> query) => Assert.Equal("b", Assert.Single(await query.ToList()).RowKey);
    }

    [Fact]
    public async Task More_than_a_thousand_entities_come_in_pages_each_once_and_in_order()
    {
        var table = await tables.NewTable();
        var rows = Enumerable.Range(0, 1050).Select(i => $"{i:D6}").ToArray();
        foreach (var chunk in rows.Chunk(100))
            await table.SubmitTransactionAsync(
                chunk.Select(r => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p q", r))));

        var pages = new List<Page<TableEntity>>();
        await foreach (var page in table.QueryAsync<TableEntity>().AsPages())
            pages.Add(page);
        var resumed = new List<string>();
        await foreach (var page in table.QueryAsync<TableEntity>(select: ["RowKey"]).AsPages(pages[0].ContinuationToken, 40))
            resumed.AddRange(page.Values.Select(e => e.RowKey));

        Assert.Equal(2, pages.Count);
        Assert.Null(pages[1].ContinuationToken);
        Assert.Equal(rows, pages.SelectMany(p => p.Values).Select(e => e.RowKey));
        Assert.Equal(rows[1000..], resumed);
    }

    [Fact]
    public async Task A_page_has_as_many_as_asked_for_and_never_more_than_the_service_gives()
    {
        var table = await tables.NewTable();
        foreach (var row in (string[])["a", "b", "c"])
            await table.AddEntityAsync(new TableEntity("p", row));
        var sizes = new List<int>();
        await foreach (var page in table.QueryAsync<TableEntity>(maxPerPage: 2).AsPages())
            sizes.Add(page.Values.Count);

        Assert.Equal([2, 1], sizes);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => table.QueryAsync<TableEntity>(maxPerPage: 1001).Count());
    }

    [Fact]
    public async Task A_query_of_a_missing_table_fails_when_it_is_read()
    {
        var query = tables.Service.GetTableClient("missing").QueryAsync<TableEntity>();

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => query.Count());

        Assert.Equal("TableNotFound", failure.ErrorCode);
    }

    [Fact]
    public async Task A_query_stops_when_it_is_cancelled_however_it_was_told()
    {
        var table = await tables.NewTable();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => table.QueryAsync<TableEntity>(cancellationToken: cancelled.Token).Count());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in table.QueryAsync<TableEntity>().WithCancellation(cancelled.Token))
                Assert.Fail("nothing is there");
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => table.AddEntityAsync(new TableEntity("p", "r"), cancelled.Token));
    }
}
