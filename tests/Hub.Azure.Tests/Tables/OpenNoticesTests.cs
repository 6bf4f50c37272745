using Azure.Data.Tables;
using Hub.Azure.Tables;
using Hub.Azure.Tables.Intake;
using Hub.Azure.Tests.Builders;
using Hub.Notices;
using Hub.Rules.Tests.Notices;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Azure.Tests.Tables;

/// <summary>To find the notices of which something is to be done takes no more for all those of which nothing is.</summary>
[Collection(StorageCollection.Name)]
public sealed class OpenNoticesTests : IDisposable
{
    private readonly CountedRequests _requests = new();
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private readonly HubTables _tables;
    private readonly NoticeStore _store;

    public OpenNoticesTests(Storage storage)
    {
        storage.Emptied(t => t.Notices);
        _tables = new(new TableServiceClient(storage.ConnectionString, _requests.Options));
        _store = new(_tables, _clock);
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Where_nothing_was_written_a_look_is_one_request_and_one_more_for_each_notice_found()
    {
        await Add("1", due: _clock.GetUtcNow().AddMinutes(6));
        await Add("2", due: null);
        _clock.Advance(TimeSpan.FromMinutes(5));
        await Look();

        Assert.Equal((0, 1), await Look());
        Assert.Empty(await _store.Untold(default).ToListAsync());
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((1, 2), await Look());
    }

    [Theory]
    [InlineData(3, 4)]
    [InlineData(4, 2)]
    public async Task A_few_States_that_were_announced_are_read_and_of_more_everything(int states, int requests)
    {
        foreach (var state in Enumerable.Range(0, states))
            await Add("1", due: null, $"X{(char)('A' + state)}A");
        await Look();

        Assert.Equal((0, requests), await Look());
    }

    [Fact]
    public async Task What_nobody_announced_is_found_within_ten_minutes()
    {
        await Add("1", due: _clock.GetUtcNow());
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, (await Look()).Due);
        var row = (await _tables.Notices.GetEntityAsync<TableEntity>("SEN", "SEN-1")).Value;
        await _tables.Notices.AddEntityAsync(new TableEntity(row) { RowKey = "SEN-2" });
        Assert.Equal(1, (await Look()).Due);

        _clock.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal(2, (await Look()).Due);
    }

    private async Task<(int Due, int Requests)> Look()
    {
        _requests.Count = 0;
        return (await _store.Due(_clock.GetUtcNow(), default).CountAsync(), _requests.Count);
    }

    private Task<AddResult> Add(string id, DateTimeOffset? due, string state = "SEN") =>
        _store.Add(NoticeStoreContract.Notice(id, new(state), due: due), new(null, "", null, null, null), default);
}
