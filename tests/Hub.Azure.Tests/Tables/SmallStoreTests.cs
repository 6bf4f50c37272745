using Azure.Data.Tables;
using Hub.Azure.Protection;
using Hub.Azure.Tables;
using Hub.Azure.Tables.Delivery;
using Hub.Azure.Tests.Builders;
using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Register.Records;
using Hub.Register.States;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Azure.Tests.Tables;

/// <summary>The stores that keep one thing each by its id.</summary>
[Collection(StorageCollection.Name)]
public sealed class SmallStoreTests(Storage storage)
{
    private readonly HubTables _tables = storage.Tables;

    [Fact]
    public async Task A_key_opens_for_its_caller_and_is_kept_as_a_hash_only()
    {
        var caller = new Caller("mission", CallerKind.State, Sample.Senegal, OfficeRole.Mission);
        var keys = new KeyStore(_tables, TimeProvider.System);

        var key = (await keys.Issue(caller, "a reviewer", null, default)).Secret;

        Assert.Equal(caller, (await new KeyStore(_tables, TimeProvider.System).Find(key, default))!.Caller);
        Assert.Null(await keys.Find(key + "0", default));
        Assert.Null(await keys.Find("", default));
        await foreach (var entity in _tables.Keys.QueryAsync<TableEntity>())
            Assert.DoesNotContain(key, $"{entity.RowKey} {string.Join(' ', entity.Keys.Select(k => entity[k]))}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_are_taken_away_open_nothing_and_others_stay()
    {
        var keys = new KeyStore(_tables, TimeProvider.System);
        var gone = new Caller("gone", CallerKind.Partner);
        string[] its = [(await keys.Issue(gone, "r", null, default)).Secret, (await keys.Issue(gone, "r", null, default)).Secret];
        var others = (await keys.Issue(new("gone", CallerKind.Reader), "r", null, default)).Secret;
        Assert.NotNull(await keys.Find(its[0], default));

        Assert.Equal(2, await keys.Revoke(CallerKind.Partner, "gone", default));

        Assert.All(its, key => Assert.Null(keys.Find(key, default).Result));
        Assert.NotNull(await keys.Find(others, default));
    }

    [Fact]
    public async Task Two_keys_of_one_caller_differ_and_both_open()
    {
        var keys = new KeyStore(_tables, TimeProvider.System);
        var caller = new Caller("partner", CallerKind.Partner);

        var (one, two) = (await keys.Issue(caller, "r", null, default), await keys.Issue(caller, "r", null, default));

        Assert.NotEqual(one, two);
        Assert.Equal((caller, caller), ((await keys.Find(one.Secret, default))!.Caller, (await keys.Find(two.Secret, default))!.Caller));
    }

    [Fact]
    public async Task A_key_taken_away_is_believed_for_a_few_seconds_and_no_longer()
    {
        var clock = new FakeTimeProvider(Sample.Now);
        var keys = new KeyStore(_tables, clock);
        var key = (await keys.Issue(new("partner", CallerKind.Partner), "r", null, default)).Secret;
        await keys.Find(key, default);
        await Storage.Empty(_tables.Keys);

        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.NotNull(await keys.Find(key, default));
        clock.Advance(TimeSpan.FromSeconds(2));
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

        KeyStore Fresh() => new(_tables, TimeProvider.System);
    }

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
    public async Task Who_was_asked_when_is_kept()
    {
        var store = new ConfirmationRequestStore(_tables);
        Assert.True(await store.Save(new("asked-recipient", new(2026, 3, 10)), default));
        Assert.False(await store.Save(new("asked-recipient", new(2026, 3, 11)), default));
        var kept = (await store.List(default)).Single(a => a.Recipient == "asked-recipient");
        Assert.True(await store.Save(kept with { On = new(2026, 4, 10) }, default));
        Assert.Equal(new DateOnly(2026, 4, 10), (await store.List(default)).Single(a => a.Recipient == "asked-recipient").On);
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
