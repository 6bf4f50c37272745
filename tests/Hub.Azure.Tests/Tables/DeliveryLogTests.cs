using Hub.Azure.Tables.Delivery;
using Hub.Azure.Tests.Builders;
using Hub.Rules.Tests.Work;
using Hub.Work.Runner;

namespace Hub.Azure.Tests.Tables;

/// <summary>Attempts, in a table.</summary>
[Collection(StorageCollection.Name)]
public sealed class DeliveryLogTests(Storage storage) : DeliveryLogContract, IAsyncLifetime
{
    private protected override IDeliveryLog Log { get; } = new DeliveryLog(storage.Tables);

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Deliveries);

    public Task DisposeAsync() => Task.CompletedTask;
}
