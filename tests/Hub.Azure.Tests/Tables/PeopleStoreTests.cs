using Azure.Data.Tables;
using Hub.Azure.Tables;
using Hub.Azure.Tests.Builders;
using Hub.Functions.Tests.People;
using Hub.Notices.Access;
using Hub.Notices.Colleagues;
using Hub.Notices.SigningIn;
using Hub.Rules.Tests.Notices.Colleagues;
using Hub.Rules.Tests.Notices.SigningIn;

namespace Hub.Azure.Tests.Tables;

/// <summary>Sessions, in a table.</summary>
[Collection(StorageCollection.Name)]
public sealed class SessionStoreTests(Storage storage) : SessionStoreContract, IAsyncLifetime
{
    private protected override ISessionStore Sessions { get; } = new SessionStore(storage.Tables);

    [Fact]
    public async Task Whose_a_session_by_mail_is_is_kept_with_it()
    {
        var ends = Sample.Now + Session.Lasts;
        await Sessions.Begin(new("mission", SecretariatRoles.None, Sample.Now, ends) { Holders = [new("one", "1"), new("two", "2")] }, "secret", default);
        Assert.Equal([new("one", "1"), new("two", "2")], (await Sessions.Find("secret", Sample.Now, default))!.Holders!);
    }

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

/// <summary>What was asked to sign in, in a table.</summary>
[Collection(StorageCollection.Name)]
public sealed class SignInAskStoreTests(Storage storage) : SignInAskStoreContract, IAsyncLifetime
{
    private protected override ISignInAskStore Asks { get; } = new SignInAskStore(storage.Tables);

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Keys);

    public Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>People, in a table.</summary>
[Collection(StorageCollection.Name)]
public sealed class PersonStoreTests(Storage storage) : PersonStoreContract, IAsyncLifetime
{
    private protected override IPersonStore People { get; } = new PersonStore(storage.Tables);

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Keys);

    public Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>Actions, in a table.</summary>
[Collection(StorageCollection.Name)]
public sealed class ActionLogTests(Storage storage) : ActionLogContract, IAsyncLifetime
{
    private protected override IActionLog Log { get; } = new ActionLog(storage.Tables);

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Keys);

    public Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>Handlings, in a table.</summary>
[Collection(StorageCollection.Name)]
public sealed class HandlingStoreTests(Storage storage) : HandlingStoreContract, IAsyncLifetime
{
    private protected override IHandlingStore Handlings { get; } = new HandlingStore(storage.Tables);

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Keys);

    public Task DisposeAsync() => Task.CompletedTask;
}
