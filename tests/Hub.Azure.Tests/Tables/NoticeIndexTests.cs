using Azure.Data.Tables;
using Hub.Azure.Tables;
using Hub.Azure.Tables.Intake;
using Hub.Azure.Tests.Builders;
using Hub.Notices;
using Hub.Rules.Tests.Notices;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Azure.Tests.Tables;

/// <summary>Summaries in memory: what a look at them reads, and what it sees that nobody announced.</summary>
[Collection(StorageCollection.Name)]
public sealed class NoticeIndexTests : IDisposable
{
    private readonly CountedRequests _requests = new();
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private readonly HubTables _tables;
    private readonly NoticeStore _store;

    public NoticeIndexTests(Storage storage)
    {
        storage.Emptied(t => t.Notices);
        _tables = new(new TableServiceClient(storage.ConnectionString, _requests.Options));
        _store = new(_tables, _clock);
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_look_after_which_nothing_was_written_reads_what_is_announced_and_nothing_else()
    {
        await Add("SEN-1");
        _clock.Advance(TimeSpan.FromMinutes(5));
        await _store.Summaries(default);
        _clock.Advance(TimeSpan.FromMinutes(5));
        _requests.Count = 0;

        Assert.Single(await _store.Summaries(default));

        Assert.Equal(1, _requests.Count);
    }

    [Fact]
    public async Task Announcements_of_a_burst_are_one()
    {
        await Add("SEN-1");
        _requests.Count = 0;

        await Add("SEN-2");
        Assert.Equal(1, _requests.Count);

        _clock.Advance(TimeSpan.FromSeconds(11));
        await Add("SEN-3");
        Assert.Equal(3, _requests.Count);
    }

    [Theory]
    [InlineData(20, 21)]
    [InlineData(21, 2)]
    public async Task Each_State_that_was_announced_is_read_again_and_of_many_everything_at_once(int states, int requests)
    {
        foreach (var i in Enumerable.Range(0, states))
            await _store.Add(NoticeStoreContract.Notice("1", new($"X{(char)('A' + i)}A")), new(null, "", null, null, null), default);
        await _store.Summaries(default);
        _requests.Count = 0;

        Assert.Equal(states, (await _store.Summaries(default)).Count);

        Assert.Equal(requests, _requests.Count);
    }

    [Fact]
    public async Task A_row_that_was_deleted_is_gone_once_everything_is_read_again()
    {
        await Add("SEN-1");
        _clock.Advance(TimeSpan.FromMinutes(5));
        await _store.Summaries(default);
        await _tables.Notices.DeleteEntityAsync("SEN", "SEN-1");
        Assert.Single(await _store.Summaries(default));

        _clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Empty(await _store.Summaries(default));
    }

    [Fact]
    public async Task A_row_of_a_version_that_wrote_no_summary_has_one_all_the_same()
    {
        await Add("SEN-1");
        var row = (await _tables.Notices.GetEntityAsync<TableEntity>("SEN", "SEN-1")).Value;
        row.Remove("Summary");
        await _tables.Notices.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);

        var summary = Assert.Single(await _store.Summaries(default));

        Assert.Equal("mission", summary.Sender);
    }

    private Task<AddResult> Add(string id) =>
        _store.Add(NoticeStoreContract.Notice(id[4..]), new(null, "", null, null, null), default);
}
