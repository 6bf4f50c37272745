using Hub.Notices.Outbox;
using Hub.Rules.Tests.Delivery.Outbox;
using Hub.Rules.Tests.Work;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Builders.Memory;

// What tests use in place of a store does what the store does: Hub.Azure.Tests holds tables and blobs to the same contracts.

public sealed class MemoryDeliveriesTests : DeliveryLogContract
{
    private protected override IDeliveryLog Log { get; } = new MemoryDeliveries();
}

public sealed class MemoryOutboxTests : OutboxStoreContract
{
    private protected override IOutboxStore Store { get; } = new MemoryOutbox();
}
