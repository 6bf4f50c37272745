using Hub.Azure.Tables;
using Hub.Azure.Tests.Builders;
using Hub.Rules.Tests.Work;
using Hub.Work.Failures;

namespace Hub.Azure.Tests.Tables;

/// <summary>The failures list, in a table.</summary>
[Collection(StorageCollection.Name)]
public sealed class FailureStoreTests(Storage storage) : FailureStoreContract, IAsyncLifetime
{
    private protected override IFailureStore Store { get; } = new FailureStore(storage.Tables);

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Failures);

    public Task DisposeAsync() => Task.CompletedTask;
}
