using Azure.Data.Tables;
using Hub.Azure.Protection;
using Hub.Azure.Tables;
using Hub.Azure.Tables.Delivery;
using Hub.Azure.Tests.Builders;
using Hub.Notices.Recipients;
using Hub.Register.States;

namespace Hub.Azure.Tests.Tables;

/// <summary>The stores that keep one thing each by its id.</summary>
[Collection(StorageCollection.Name)]
public sealed class SmallStoreTests(Storage storage)
{
    private readonly HubTables _tables = storage.Tables;

    [Fact]
    public async Task Subscribers_are_saved_over_and_listed()
    {
        var store = new SubscriberStore(_tables);
        var recipient = new Recipient("m1", Sample.Senegal, "m1@mission.example", Language.French, "Mission", 3);

        await store.Save(recipient with { Address = "old@mission.example" }, default);
        await store.Save(recipient, default);

        Assert.Equal([recipient], await store.List(default));
    }

    [Fact]
    public async Task The_key_of_personal_links_is_made_once_or_taken_from_the_settings()
    {
        using var box = new SecretBox(_tables, null);
        AccessLinkKeyStore Fresh(byte[]? given = null) => new(_tables, box, given);
        await _tables.Keys.DeleteEntityAsync("link", "key");
        var keys = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Fresh().Get(default).AsTask()));
        var later = await Fresh().Get(default);

        Assert.Equal(32, later.Length);
        Assert.All(keys, k => Assert.Equal(later.ToArray(), k.ToArray()));
        Assert.Equal([1, 2], (await Fresh([1, 2]).Get(default)).ToArray());
        Assert.DoesNotContain(Convert.ToBase64String(later.Span), await InStorage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_personal_links_that_lay_open_goes_on_working_and_is_closed()
    {
        using var box = new SecretBox(_tables, null);
        var (key, text) = (new byte[32], Convert.ToBase64String(new byte[32]));
        await _tables.Keys.UpsertEntityAsync(new TableEntity("link", "key") { ["Json"] = $"\"{text}\"" });
        Assert.Equal(key, (await new AccessLinkKeyStore(_tables, box, null).Get(default)).ToArray());
        Assert.DoesNotContain(text, await InStorage(), StringComparison.Ordinal);
        Assert.Equal(key, (await new AccessLinkKeyStore(_tables, box, null).Get(default)).ToArray());
    }

    private async Task<string> InStorage() =>
        (await _tables.Keys.GetEntityAsync<TableEntity>("link", "key")).Value.GetString("Json");
}
