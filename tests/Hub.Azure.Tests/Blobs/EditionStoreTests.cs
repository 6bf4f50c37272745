using Hub.Azure.Blobs;
using Hub.Azure.Tables.Register;
using Hub.Azure.Tests.Builders;
using Hub.Delivery.Editions;
using Hub.Register.Log;
using Hub.Rules.Tests.Delivery.Editions;
using static Hub.Rules.Tests.Builders.SmallCommits;

namespace Hub.Azure.Tests.Blobs;

/// <summary>Editions, in blobs, and their event, which stands in the log like a notice's.</summary>
[Collection(StorageCollection.Name)]
public sealed class EditionStoreTests(Storage storage) : EditionStoreContract, IAsyncLifetime
{
    private readonly EditionStore _store = new(storage.Blobs);

    private protected override IEditionStore Store => _store;

    public Task InitializeAsync() => _store.Create(default);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_edition_is_committed_once_and_leaves_every_record_as_it_was()
    {
        await Storage.Empty(storage.Tables.Register);
        using var register = new RegisterStore(storage.Tables, TimeProvider.System);
        using var other = new RegisterStore(storage.Tables, TimeProvider.System);
        await register.Read(TimeSpan.Zero, default);
        await register.Commit(CommitOf("n1", Head.Empty, new AuthorityWrite(Authority(), null)), default);
        await other.Read(TimeSpan.Zero, default);
        var edition = new Edition { Id = new(1999, 1), CutOff = new(1999, 6, 30), Sequence = 1, Hash = "h", States = [] };

        var head = (await register.Read(TimeSpan.Zero, default)).Head;
        var first = await register.Commit(EditionCommit.Build(head, edition, "m", DateTimeOffset.UnixEpoch), default);
        var now = await other.Read(TimeSpan.Zero, default);
        var second = await other.Commit(EditionCommit.Build(now.Head, edition, "m", DateTimeOffset.UnixEpoch), default);

        Assert.Equal((new CommitResult.Committed(2), new CommitResult.Committed(2)), (first, second));
        Assert.Single(now.Authorities);
        var events = await other.ReadEvents(0, 10, default);
        Assert.Null(ChainVerifier.Verify(events, now.Head));
        Assert.Equal((2, null, edition.Id), (events.Count, events[1].State, events[1].Facts.Edition));
    }
}
