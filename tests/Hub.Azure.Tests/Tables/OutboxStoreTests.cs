using Hub.Azure.Tables.Delivery;
using Hub.Azure.Tests.Builders;
using Hub.Notices.Outbox;
using Hub.Rules.Tests.Delivery.Outbox;

namespace Hub.Azure.Tests.Tables;

/// <summary>Mails that go out, in a table.</summary>
[Collection(StorageCollection.Name)]
public sealed class OutboxStoreTests(Storage storage) : OutboxStoreContract
{
    private protected override IOutboxStore Store { get; } = new OutboxStore(storage.Tables);
}
