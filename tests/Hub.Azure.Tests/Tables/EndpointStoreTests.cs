using Azure.Data.Tables;
using Hub.Azure.Protection;
using Hub.Azure.Tables;
using Hub.Azure.Tables.Delivery;
using Hub.Azure.Tests.Builders;
using Hub.Delivery.Webhooks;
using Hub.Notices.Access;
using Hub.Register.States;

namespace Hub.Azure.Tests.Tables;

/// <summary>Endpoints: whose secrets nobody reads in storage, and what is kept beside them.</summary>
[Collection(StorageCollection.Name)]
public sealed class EndpointStoreTests(Storage storage) : IAsyncLifetime, IDisposable
{
    private const string Secret = "whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQ=";
    private const string Earlier = "whsec_ZWFybGllci1lYXJsaWVy";
    private readonly HubTables _tables = storage.Tables;
    private readonly SecretBox _box = new(storage.Tables, null);

    private EndpointStore Store => new(_tables, _box);

    private static Endpoint Endpoint => new("e1", "partner", "https://partner.example/", Secret, Sample.Now)
    {
        Earlier = [new(Earlier, Sample.Now.AddDays(1))], Consent = new Consent.Given(Sample.Now, 120),
    };

    public Task InitializeAsync() => Storage.Empty(_tables.Endpoints);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _box.Dispose();

    [Fact]
    public async Task Endpoints_are_listed_for_their_partner_and_deleted_for_good()
    {
        await Store.Add(Endpoint, default);
        await Store.Add(Endpoint with { Id = "e2", Partner = "other" }, default);

        var found = Assert.Single(await Store.List("partner", default));
        Assert.Equal((Endpoint.Url, Secret, Endpoint.Consent), (found.Url, found.Secret, found.Consent));
        Assert.Equal(Endpoint.Earlier, found.Earlier);
        Assert.Equal(2, (await Store.List(null, default)).Count);
        await Store.Delete("e1", default);
        await Store.Delete("e1", default);

        Assert.Null(await Store.Find("e1", default));
        Assert.Equal("other", (await Store.Find("e2", default))!.Partner);
    }

    [Fact]
    public async Task No_secret_stands_open_in_the_table_and_another_instance_reads_them()
    {
        await Store.Add(Endpoint, default);
        await foreach (var entity in _tables.Endpoints.QueryAsync<TableEntity>())
            Assert.All([Secret, Earlier], s => Assert.DoesNotContain(s, entity.GetString("Json"), StringComparison.Ordinal));

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
    public async Task Of_two_changes_at_once_none_is_lost()
    {
        await Store.Add(Endpoint, default);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Store.Change("e1", e => e with { After = e.After + 1 }, default)));
        Assert.Equal(4, (await Store.Find("e1", default))!.After);

        var read = (await Store.Find("e1", default))!;
        await Store.Delete("e1", default);
        Assert.False(await Store.Save(read, default));
    }

    [Fact]
    public async Task Partners_and_receipts_are_kept_beside_them_under_any_name()
    {
        var partners = new PartnerStore(_tables);
        var partner = new Partner("réseau / EJN?", new("contact@partner.example", Language.French, "Contact"));
        await partners.Save(partner, default);
        await partners.Save(partner with { RevokedAt = Sample.Now }, default);
        var receipts = new ReceiptStore(_tables);
        await receipts.Save(new("e1", "partner", 7, "aa", Sample.Now), default);

        Assert.Equal(Sample.Now, (await partners.Find(partner.Name, default))!.RevokedAt);
        Assert.Null(await partners.Find("other", default));
        Assert.Equal(partner.Contact, Assert.Single(await partners.List(default)).Contact);
        Assert.Equal(7, (await receipts.Find("e1", default))!.Sequence);
        Assert.Single(await receipts.List(default));
        Assert.Empty(await Store.List(null, default));
    }
}
