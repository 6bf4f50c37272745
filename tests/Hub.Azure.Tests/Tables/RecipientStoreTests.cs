using Hub.Azure.Tables.Delivery;
using Hub.Azure.Tests.Builders;
using Hub.Notices.Recipients;
using Hub.Rules.Tests.Notices.Recipients;

namespace Hub.Azure.Tests.Tables;

/// <summary>What came back from recipients' addresses, in a table.</summary>
[Collection(StorageCollection.Name)]
public sealed class AddressStoreTests(Storage storage) : AddressStoreContract, IAsyncLifetime
{
    private protected override IAddressStore Store { get; } = new AddressStore(storage.Tables);

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Recipients);

    public Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>What recipients chose, beside it.</summary>
[Collection(StorageCollection.Name)]
public sealed class ChoiceStoreTests(Storage storage) : ChoiceStoreContract, IAsyncLifetime
{
    private protected override IChoiceStore Store { get; } = new ChoiceStore(storage.Tables);

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Recipients);

    public Task DisposeAsync() => Task.CompletedTask;
}
