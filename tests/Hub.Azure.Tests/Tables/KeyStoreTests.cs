using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Hub.Azure.Tables;
using Hub.Azure.Tests.Builders;
using Hub.Functions.Tests.Access;
using Hub.Notices.Access;
using Hub.Register.Records;

namespace Hub.Azure.Tests.Tables;

/// <summary>Keys, in a table: their hashes, believed for a few seconds, with their last use.</summary>
[Collection(StorageCollection.Name)]
public sealed class KeyStoreTests(Storage storage) : KeyStoreContract, IAsyncLifetime
{
    private readonly HubTables _tables = storage.Tables;

    private protected override KeyStore Fresh() => new(_tables, Clock);

    public Task InitializeAsync() => Storage.Empty(_tables.Keys);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_key_is_kept_as_a_hash_only()
    {
        var caller = new Caller("mission", CallerKind.State, Sample.Senegal, OfficeRole.Mission);

        var key = (await Fresh().Issue(caller, "a reviewer", null, default)).Secret;

        Assert.Equal(caller, (await Fresh().Find(key, default))!.Caller);
        await foreach (var entity in _tables.Keys.QueryAsync<TableEntity>())
            Assert.DoesNotContain(key, $"{entity.RowKey} {string.Join(' ', entity.Keys.Select(k => entity[k]))}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_taken_away_is_believed_for_a_few_seconds_and_no_longer()
    {
        var keys = Fresh();
        var key = (await keys.Issue(Partner, "r", null, default)).Secret;
        await keys.Find(key, default);
        await Storage.Empty(_tables.Keys);

        Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.NotNull(await keys.Find(key, default));
        Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(await keys.Find(key, default));
    }

    [Fact]
    public async Task The_first_key_is_the_one_that_is_set_and_none_once_nothing_is_set()
    {
        var (first, one, other) = (new Caller("first key", CallerKind.Secretariat), $"one-{Guid.NewGuid()}", $"other-{Guid.NewGuid()}");
        var issued = (await Fresh().Issue(new("a reviewer", CallerKind.Secretariat), Caller.FirstKey, null, default)).Secret;

        await Fresh().KeepOnly(one, first, default);
        Assert.Equal(first, (await Fresh().Find(one, default))!.Caller);

        await Fresh().KeepOnly(other, first, default);
        Assert.Equal((null, first), (await Fresh().Find(one, default), (await Fresh().Find(other, default))!.Caller));

        await Fresh().KeepOnly("", first, default);
        Assert.Equal((null, null), (await Fresh().Find(one, default), await Fresh().Find(other, default)));
        Assert.NotNull(await Fresh().Find(issued, default));
    }

    [Fact]
    public async Task The_last_use_is_kept_to_the_hour()
    {
        var key = (await Fresh().Issue(Partner, "r", null, default)).Secret;
        var keys = Fresh();
        Clock.Advance(TimeSpan.FromMinutes(90));
        Assert.NotNull(await keys.Find(key, default));
        var first = Assert.Single(await keys.List(default)).LastUsedAt;
        Assert.InRange(first!.Value, Sample.Now.AddMinutes(30), Sample.Now.AddMinutes(90));
        Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.NotNull(await Fresh().Find(key, default));
        Clock.Advance(TimeSpan.FromHours(2));
        Assert.NotNull(await Fresh().Find(key, default));
        Assert.Equal(first.Value.AddHours(2), Assert.Single(await keys.List(default)).LastUsedAt);
    }

    [Fact]
    public async Task A_call_does_not_fail_because_its_use_cannot_be_noted()
    {
        var key = await Fresh().Issue(Partner, "r", null, default);
        var options = new TableClientOptions { Retry = { MaxRetries = 0 } };
        options.AddPolicy(new NoWrites(), HttpPipelinePosition.PerRetry);
        var keys = new KeyStore(new(new TableServiceClient(storage.ConnectionString, options)), Clock);
        Assert.Equal(Partner, (await keys.Find(key.Secret, default))!.Caller);
        Assert.Null(Assert.Single(await keys.List(default)).LastUsedAt);
    }

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
