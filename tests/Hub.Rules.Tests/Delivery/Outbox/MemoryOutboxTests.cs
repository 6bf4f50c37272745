using Hub.InMemory;
using Hub.Notices.Outbox;

namespace Hub.Rules.Tests.Delivery.Outbox;

/// <summary>The outbox that tests use does what the real one does.</summary>
public sealed class MemoryOutboxTests : OutboxStoreContract
{
    private protected override IOutboxStore Store { get; } = new MemoryOutbox();
}
