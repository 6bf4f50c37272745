using Azure.Data.Tables;
using Hub.Azure.Protection;
using Hub.Azure.Tables.Register;
using Hub.Azure.Tests.Builders;
using Hub.Operations.Erasures;
using Hub.Rules.Tests.Operations;

namespace Hub.Azure.Tests.Tables;

/// <summary>Erasures, in a table: whom they look for is encrypted there.</summary>
[Collection(StorageCollection.Name)]
public sealed class ErasureStoreTests(Storage storage) : ErasureStoreContract, IAsyncLifetime, IDisposable
{
    private readonly SecretBox _box = new(storage.Tables, null);

    private protected override IErasureStore Store => new ErasureStore(storage.Tables, _box);

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Erasures);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _box.Dispose();

    [Fact]
    public async Task Whom_an_erasure_looks_for_is_encrypted_and_gone_when_it_is_done()
    {
        await Store.Add(
            new() { Id = "1", By = "reviewer-1", OrderedAt = Sample.Now, Items = [], Request = new() { Names = ["Adaeze Nwosu"] } },
            default);
        Assert.Contains("Sought", await Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Nwosu", await Text(), StringComparison.Ordinal);

        await Store.Save((await Store.Find("1", default))! with { Request = null }, default);
        Assert.DoesNotContain("Sought", await Text(), StringComparison.Ordinal);
    }

    private async Task<string> Text() => string.Join('\n',
        (await storage.Tables.Erasures.QueryAsync<TableEntity>().ToListAsync()).SelectMany(row => row.Select(p => $"{p.Key}={p.Value}")));
}
