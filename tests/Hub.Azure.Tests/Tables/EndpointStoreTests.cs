using Azure.Data.Tables;
using Hub.Azure.Protection;
using Hub.Azure.Tables;
using Hub.Azure.Tables.Delivery;
using Hub.Azure.Tests.Builders;
using Hub.Delivery.Webhooks;
using Hub.Rules.Tests.Delivery.Webhooks;

namespace Hub.Azure.Tests.Tables;

/// <summary>Endpoints: whose secrets nobody reads in storage, and what is kept beside them.</summary>
[Collection(StorageCollection.Name)]
public sealed class EndpointStoreTests(Storage storage) : EndpointStoreContract, IAsyncLifetime, IDisposable
{
    private readonly HubTables _tables = storage.Tables;
    private readonly SecretBox _box = new(storage.Tables, null);

    private static string Secret => Endpoint.Secret;

    private protected override IEndpointStore Store => new EndpointStore(_tables, _box);

    public Task InitializeAsync() => Storage.Empty(_tables.Endpoints);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _box.Dispose();

    [Fact]
    public async Task No_secret_stands_open_in_the_table_and_another_instance_reads_them()
    {
        await Store.Add(Endpoint, default);
        await foreach (var entity in _tables.Endpoints.QueryAsync<TableEntity>())
            Assert.All(
                [Secret, Endpoint.Earlier[0].Secret],
                s => Assert.DoesNotContain(s, entity.GetString("Json"), StringComparison.Ordinal));

        using var another = new SecretBox(_tables, null);
        Assert.Equal(Secret, (await new EndpointStore(_tables, another).Find("e1", default))!.Secret);
    }

    [Fact]
    public async Task Secrets_that_were_kept_open_before_are_read_and_closed_with_the_next_change()
    {
        await _tables.Endpoints.AddEntityAsync(new TableEntity("endpoint", "e1")
        {
            ["Json"] =
                $$"""{"id":"e1","partner":"partner","url":"https://partner.example/","secret":"{{Secret}}","createdAt":"2025-03-14T09:30:00+00:00","earlier":[]}""",
        });
        Assert.Equal(Secret, (await Store.Find("e1", default))!.Secret);

        await Store.Change("e1", e => e with { Rate = 3 }, default);

        var kept = (await _tables.Endpoints.GetEntityAsync<TableEntity>("endpoint", "e1")).Value.GetString("Json");
        Assert.DoesNotContain(Secret, kept, StringComparison.Ordinal);
        Assert.Equal((Secret, 3), ((await Store.Find("e1", default))!.Secret, (await Store.Find("e1", default))!.Rate));
    }

    [Fact]
    public async Task In_Azure_the_keys_that_protect_are_wrapped_by_the_vault_and_open_with_it_only()
    {
        await Storage.Empty(_tables.Keys);
        using var vault = new Vault("v1");
        using var box = new SecretBox(_tables, vault.Reference());
        var closed = box.Close(Secret);

        var key = (string)Assert.Single(await _tables.Keys.QueryAsync<TableEntity>("PartitionKey eq 'protection'").ToListAsync())["Json"];
        Assert.Contains("vaultKey", key, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", key, StringComparison.Ordinal);
        using var another = new SecretBox(_tables, vault.Reference());
        Assert.Equal(Secret, another.Open(closed));
        using var stranger = new Vault("v1");
        using var without = new SecretBox(_tables, stranger.Reference());
        Assert.ThrowsAny<Exception>(() => without.Open(closed));
        await Storage.Empty(_tables.Keys);
    }

    [Fact]
    public async Task Receipts_that_are_kept_beside_them_are_no_endpoints()
    {
        await new ReceiptStore(_tables).Save(new("e1", "partner", 6, "aa", Sample.Now), default);
        Assert.Empty(await Store.List(null, default));
    }
}
