using Hub.Azure.Blobs;
using Hub.Azure.Tests.Builders;
using Hub.Notices.Documents;
using Hub.Operations.Erasures;
using Hub.Rules.Tests.Operations;

namespace Hub.Azure.Tests.Blobs;

/// <summary>Files that are to go for good, in blobs.</summary>
[Collection(StorageCollection.Name)]
public sealed class FileEraserTests(Storage storage) : FileEraserContract, IAsyncLifetime
{
    private readonly FileStore _files = new(storage.Blobs);

    private protected override IFileEraser Eraser { get; } = new FileEraser(storage.Blobs);

    private protected override IFileStore Files => _files;

    public Task InitializeAsync() => _files.Create(default);

    public Task DisposeAsync() => Task.CompletedTask;
}
