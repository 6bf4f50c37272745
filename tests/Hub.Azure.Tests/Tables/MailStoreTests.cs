using Hub.Azure.Tables.Intake;
using Hub.Azure.Tests.Builders;
using Hub.Intake.Inbox;
using Hub.Rules.Tests.Intake.Inbox;

namespace Hub.Azure.Tests.Tables;

/// <summary>Mails that came in, in a table.</summary>
[Collection(StorageCollection.Name)]
public sealed class MailStoreTests(Storage storage) : MailStoreContract, IAsyncLifetime
{
    private protected override IMailStore Store { get; } = new MailStore(storage.Tables);

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Mails);

    public Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>The subscriptions of mailboxes, beside their mails.</summary>
[Collection(StorageCollection.Name)]
public sealed class InboxSubscriptionStoreTests(Storage storage) : InboxSubscriptionStoreContract, IAsyncLifetime
{
    private protected override IInboxSubscriptionStore Store { get; } = new InboxSubscriptionStore(storage.Tables);

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Mails);

    public Task DisposeAsync() => Task.CompletedTask;
}
