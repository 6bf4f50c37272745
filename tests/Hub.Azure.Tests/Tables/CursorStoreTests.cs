using Hub.Azure.Tables;
using Hub.Azure.Tests.Builders;
using Hub.Rules.Tests.Work;
using Hub.Work.Runner;

namespace Hub.Azure.Tests.Tables;

/// <summary>Cursors, in a table.</summary>
[Collection(StorageCollection.Name)]
public sealed class CursorStoreTests(Storage storage) : CursorStoreContract, IAsyncLifetime
{
    private protected override ICursorStore Store { get; } = new CursorStore(storage.Tables);

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Cursors);

    public Task DisposeAsync() => Task.CompletedTask;
}
