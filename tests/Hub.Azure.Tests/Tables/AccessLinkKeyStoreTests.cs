using Azure.Data.Tables;
using Hub.Azure.Protection;
using Hub.Azure.Tables;
using Hub.Azure.Tables.Delivery;
using Hub.Azure.Tests.Builders;
using Hub.Notices.AccessLinks;
using Hub.Rules.Tests.Notices.Access;

namespace Hub.Azure.Tests.Tables;

/// <summary>The key of access links, which nobody reads in storage.</summary>
[Collection(StorageCollection.Name)]
public sealed class AccessLinkKeyStoreTests(Storage storage) : AccessLinkKeyContract, IAsyncLifetime, IDisposable
{
    private readonly HubTables _tables = storage.Tables;
    private readonly SecretBox _box = new(storage.Tables, null);

    public Task InitializeAsync() => _tables.Keys.DeleteEntityAsync("link", "key");

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _box.Dispose();

    [Fact]
    public async Task The_key_is_encrypted_where_it_is_kept()
    {
        var key = await Fresh().Get(default);
        Assert.DoesNotContain(Convert.ToBase64String(key.Span), await InStorage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_the_settings_give_is_taken_as_it_is() =>
        Assert.Equal([1, 2], (await new AccessLinkKeyStore(_tables, _box, [1, 2]).Get(default)).ToArray());

    [Fact]
    public async Task A_key_that_lay_open_goes_on_working_and_is_closed()
    {
        var (key, text) = (new byte[32], Convert.ToBase64String(new byte[32]));
        await _tables.Keys.UpsertEntityAsync(new TableEntity("link", "key") { ["Json"] = $"\"{text}\"" });
        Assert.Equal(key, (await Fresh().Get(default)).ToArray());
        Assert.DoesNotContain(text, await InStorage(), StringComparison.Ordinal);
        Assert.Equal(key, (await Fresh().Get(default)).ToArray());
    }

    private protected override IAccessLinkKey Fresh() => new AccessLinkKeyStore(_tables, _box, null);

    private async Task<string> InStorage() =>
        (await _tables.Keys.GetEntityAsync<TableEntity>("link", "key")).Value.GetString("Json");
}
