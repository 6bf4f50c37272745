using Hub.Azure.Tables.Intake;
using Hub.Azure.Tests.Builders;
using Hub.Notices;
using Hub.Rules.Tests.Notices;

namespace Hub.Azure.Tests.Tables;

/// <summary>Notices, in a table.</summary>
[Collection(StorageCollection.Name)]
public sealed class NoticeStoreTests(Storage storage) : NoticeStoreContract, IAsyncLifetime
{
    private protected override INoticeStore Store { get; } = new NoticeStore(storage.Tables);

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Notices);

    public Task DisposeAsync() => Task.CompletedTask;
}

/// <summary>What notices are recognised by, beside them.</summary>
[Collection(StorageCollection.Name)]
public sealed class FingerprintTests(Storage storage) : FingerprintContract, IAsyncLifetime
{
    private protected override INoticeStore Store { get; } = new NoticeStore(storage.Tables);

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Notices);

    public Task DisposeAsync() => Task.CompletedTask;
}
