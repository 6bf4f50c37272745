using Azure.Data.Tables;
using Hub.Azure.Tables;
using Hub.Azure.Tables.Register;
using Hub.Azure.Tests.Builders;
using Hub.Functions.Tests.People;
using Hub.Notices.Access;
using Hub.Register.Log;

namespace Hub.Azure.Tests.Tables;

/// <summary>Sessions, in a table.</summary>
[Collection(StorageCollection.Name)]
public sealed class SessionStoreTests(Storage storage) : SessionStoreContract, IAsyncLifetime
{
    private protected override ISessionStore Sessions { get; } = new SessionStore(storage.Tables);

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Keys);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_secret_is_kept_as_a_hash_only()
    {
        await Sessions.Begin(new("anna", SecretariatRoles.All, Sample.Now, Sample.Now + Session.Lasts), "the-secret", default);
        await foreach (var row in storage.Tables.Keys.QueryAsync<TableEntity>())
            Assert.DoesNotContain(
                "the-secret", $"{row.RowKey} {string.Join(' ', row.Keys.Select(k => row[k]))}", StringComparison.Ordinal);
    }
}

/// <summary>People, in a table.</summary>
[Collection(StorageCollection.Name)]
public sealed class PersonStoreTests(Storage storage) : PersonStoreContract, IAsyncLifetime
{
    private protected override IPersonStore People { get; } = new PersonStore(storage.Tables);

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Keys);

    public Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>Forms that were sent, in a table.</summary>
[Collection(StorageCollection.Name)]
public sealed class SentFormsTests(Storage storage) : SentFormsContract, IAsyncLifetime
{
    private protected override ISentForms Forms { get; } = new SentForms(storage.Tables);

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Keys);

    public Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>The last verification of the log, in a table.</summary>
[Collection(StorageCollection.Name)]
public sealed class LogCheckStoreTests(Storage storage)
{
    [Fact]
    public async Task The_last_verification_stands_in_place_of_the_one_before()
    {
        var store = new LogCheckStore(storage.Tables);
        await storage.Tables.Register.DeleteEntityAsync("check", "last");
        Assert.Null(await store.Last(default));
        var check = new LogCheckRecord(Sample.Now, "anna", 7, 8, 8);
        await store.Save(check with { By = null }, default);
        await store.Save(check, default);
        Assert.Equal(check, await store.Last(default));
    }
}
