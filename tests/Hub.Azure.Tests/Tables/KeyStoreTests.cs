using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Hub.Azure.Tables;
using Hub.Azure.Tests.Builders;
using Hub.Notices.Access;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Azure.Tests.Tables;

/// <summary>The life of a key: listed with its last use, ended at a time, taken away by its id.</summary>
[Collection(StorageCollection.Name)]
public sealed class KeyStoreTests(Storage storage) : IAsyncLifetime
{
    private static readonly Caller Partner = new("partner", CallerKind.Partner) { MadeBy = "a reviewer" };
    private readonly HubTables _tables = storage.Tables;
    private readonly FakeTimeProvider _clock = new(Sample.Now);

    private KeyStore Fresh() => new(_tables, _clock);

    public Task InitializeAsync() => Storage.Empty(_tables.Keys);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_key_is_listed_with_what_is_known_of_it_and_opens_nothing_by_its_id()
    {
        var issued = await Fresh().Issue(Partner, "a reviewer", Sample.Now.AddDays(1), default);
        var listed = Assert.Single(await Fresh().List(default));
        Assert.Equal(issued.Key, listed);
        Assert.Equal(Partner, listed.Caller);
        Assert.Equal(("a reviewer", Sample.Now, Sample.Now.AddDays(1)), (listed.IssuedBy, listed.IssuedAt, listed.ExpiresAt));
        Assert.Null(listed.LastUsedAt);
        Assert.Null(await Fresh().Find(listed.Id, default));
        Assert.DoesNotContain(issued.Secret, listed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_use_is_kept_to_the_hour()
    {
        var key = (await Fresh().Issue(Partner, "r", null, default)).Secret;
        var keys = Fresh();
        _clock.Advance(TimeSpan.FromMinutes(90));
        Assert.NotNull(await keys.Find(key, default));
        var first = Assert.Single(await keys.List(default)).LastUsedAt;
        Assert.InRange(first!.Value, Sample.Now.AddMinutes(30), Sample.Now.AddMinutes(90));
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.NotNull(await Fresh().Find(key, default));
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.NotNull(await Fresh().Find(key, default));
        Assert.Equal(first.Value.AddHours(2), Assert.Single(await keys.List(default)).LastUsedAt);
    }

    [Fact]
    public async Task A_key_that_has_expired_opens_nothing_even_where_it_was_just_believed()
    {
        var keys = Fresh();
        var key = (await keys.Issue(Partner, "r", Sample.Now.AddSeconds(5), default)).Secret;
        Assert.NotNull(await keys.Find(key, default));
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(await keys.Find(key, default));
        Assert.Null(await Fresh().Find(key, default));
        Assert.Single(await keys.List(default));
    }

    [Fact]
    public async Task Of_two_keys_one_is_taken_away_by_its_id()
    {
        var keys = Fresh();
        var (one, other) = (await keys.Issue(Partner, "r", null, default), await keys.Issue(Partner, "r", null, default));
        Assert.NotNull(await keys.Find(one.Secret, default));
        Assert.True(await keys.Revoke(one.Key.Id, default));
        Assert.False(await keys.Revoke(one.Key.Id, default));
        Assert.Equal((null, other.Key.Id), (await keys.Find(one.Secret, default), (await keys.Find(other.Secret, default))!.Id));
    }

    [Fact]
    public async Task A_key_that_is_replaced_ends_when_it_is_told_to_and_never_later_than_it_would_have()
    {
        var keys = Fresh();
        var (one, other) = (await keys.Issue(Partner, "r", null, default), await keys.Issue(Partner, "r", Sample.Now.AddHours(1), default));
        Assert.NotNull(await keys.Find(one.Secret, default));
        foreach (var old in new[] { one, other })
            Assert.NotNull(await Replaced(keys, old, TimeSpan.FromDays(1)));
        Assert.Equal(
            [null, null, Sample.Now.AddHours(1), Sample.Now.AddDays(1)], (await keys.List(default)).Select(k => k.ExpiresAt).Order());
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await keys.Find(one.Secret, default));
    }

    [Fact]
    public async Task A_key_is_replaced_once_also_by_two_at_a_time_and_those_before_it_end_with_it()
    {
        var first = await Fresh().Issue(Partner, "r", null, default);
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Replaced(Fresh(), first, TimeSpan.FromDays(7))));
        var second = Assert.Single(results.OfType<IssuedKey>());
        Assert.Equal((Partner, first.Key.Id), (second.Key.Caller, second.Key.Family));
        Assert.Equal(("giver", Sample.Now), (second.Key.GivenBy, second.Key.GivenAt));
        Assert.Null(await Replaced(Fresh(), first, TimeSpan.Zero));
        Assert.NotNull(await Replaced(Fresh(), second, TimeSpan.Zero));
        Assert.Equal((null, null), (await Fresh().Find(first.Secret, default), await Fresh().Find(second.Secret, default)));
    }

    [Fact]
    public async Task A_key_that_was_taken_away_does_not_come_back_by_being_replaced()
    {
        var keys = Fresh();
        var key = await keys.Issue(Partner, "r", null, default);
        await keys.Revoke(key.Key.Id, default);
        Assert.Null(await Replaced(Fresh(), key, TimeSpan.FromDays(1)));
        Assert.Empty(await keys.List(default));
    }

    [Fact]
    public async Task Of_keys_that_took_each_others_place_all_are_taken_away_whichever_is_named()
    {
        foreach (var which in new[] { 0, 1 })
        {
            var keys = Fresh();
            var (old, stays) = (await keys.Issue(Partner, "r", null, default), await keys.Issue(Partner, "r", null, default));
            var fresh = (await Replaced(keys, old, TimeSpan.FromDays(1)))!;
            Assert.True(await keys.Revoke(new[] { old, fresh }[which].Key.Id, default));
            Assert.Equal((null, null), (await keys.Find(old.Secret, default), await keys.Find(fresh.Secret, default)));
            Assert.NotNull(await keys.Find(stays.Secret, default));
        }
    }

    [Fact]
    public async Task A_call_does_not_fail_because_its_use_cannot_be_noted()
    {
        var key = await Fresh().Issue(Partner, "r", null, default);
        var options = new TableClientOptions { Retry = { MaxRetries = 0 } };
        options.AddPolicy(new NoWrites(), HttpPipelinePosition.PerRetry);
        var keys = new KeyStore(new(new TableServiceClient(storage.ConnectionString, options)), _clock);
        Assert.Equal(Partner, (await keys.Find(key.Secret, default))!.Caller);
        Assert.Null(Assert.Single(await keys.List(default)).LastUsedAt);
    }

    private static Task<IssuedKey?> Replaced(KeyStore keys, IssuedKey key, TimeSpan overlap) =>
        keys.Replace(key.Key, new("r", "giver", Sample.Now, null, Sample.Now + overlap), default);

    /// <summary>Storage that can be read and not written.</summary>
    private sealed class NoWrites : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message)
        {
            if (message.Request.Method != RequestMethod.Get)
                throw new RequestFailedException(503, "Busy");
        }
    }

    [Fact]
    public async Task A_key_of_before_keys_were_listed_goes_on_working()
    {
        var key = await Fresh().Issue(Partner, "r", null, default);
        await foreach (var row in _tables.Keys.QueryAsync<TableEntity>(e => e.PartitionKey == "key"))
            await _tables.Keys.UpsertEntityAsync(
                new TableEntity(row.PartitionKey, row.RowKey)
                {
                    ["Json"] = """{"name":"old","kind":"SECRETARIAT","isOfficialChannel":true}""",
                },
                TableUpdateMode.Replace);
        Assert.Equal(new Caller("old", CallerKind.Secretariat), (await Fresh().Find(key.Secret, default))!.Caller);
        Assert.Null(Assert.Single(await Fresh().List(default)).IssuedAt);
    }
}
