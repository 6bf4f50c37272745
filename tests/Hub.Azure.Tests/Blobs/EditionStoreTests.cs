using System.Text;
using Hub.Azure.Blobs;
using Hub.Azure.Tables.Register;
using Hub.Azure.Tests.Builders;
using Hub.Delivery.Editions;
using Hub.Register.Log;

namespace Hub.Azure.Tests.Blobs;

/// <summary>Editions never change, and their event stands in the log like a notice's.</summary>
[Collection(StorageCollection.Name)]
public sealed class EditionStoreTests(Storage storage)
{
    private static readonly EditionId Id = new(1999, 1);
    private readonly EditionStore _store = new(storage.Blobs);

    [Fact]
    public async Task A_file_is_written_once_and_who_comes_second_gets_the_first()
    {
        await _store.Create(default);
        Assert.Equal("first", Text(await _store.Keep(Id, new("a.txt", "text/plain", "first"u8.ToArray()), default)));

        var second = await _store.Keep(Id, new("a.txt", "application/json", "second"u8.ToArray()), default);

        Assert.Equal(("first", "text/plain"), (Text(second), second.MediaType));
        Assert.Equal("first", Text((await _store.Find(Id, "a.txt", default))!));
        Assert.Null(await _store.Find(Id, "b.txt", default));
    }

    [Fact]
    public async Task The_editions_are_listed_in_order()
    {
        await _store.Create(default);
        EditionId[] ids = [new(1998, 2), new(1998, 2, EditionKind.Addendum, 1), new(1998, 2, EditionKind.Addendum, 10)];
        foreach (var id in ids.Reverse())
            await _store.Keep(id, new("directory.json", "application/json", "{}"u8.ToArray()), default);

        Assert.Equal(ids, (await _store.List(default)).Where(i => i.Year == 1998));
    }

    [Fact]
    public async Task An_edition_is_committed_once_and_leaves_every_record_as_it_was()
    {
        await Storage.Empty(storage.Tables.Register);
        using var register = new RegisterStore(storage.Tables, TimeProvider.System);
        using var other = new RegisterStore(storage.Tables, TimeProvider.System);
        await register.Read(TimeSpan.Zero, default);
        await register.Commit(Sample.Commit("n1", Head.Empty, new AuthorityWrite(Sample.Authority(), null)), default);
        await other.Read(TimeSpan.Zero, default);
        var edition = new Edition { Id = Id, CutOff = new(1999, 6, 30), Sequence = 1, Hash = "h", States = [] };

        var head = (await register.Read(TimeSpan.Zero, default)).Head;
        var first = await register.Commit(EditionCommit.Build(head, edition, "m", DateTimeOffset.UnixEpoch), default);
        var now = await other.Read(TimeSpan.Zero, default);
        var second = await other.Commit(EditionCommit.Build(now.Head, edition, "m", DateTimeOffset.UnixEpoch), default);

        Assert.Equal((new CommitResult.Committed(2), new CommitResult.Committed(2)), (first, second));
        Assert.Single(now.Authorities);
        var events = await other.ReadEvents(0, 10, default);
        Assert.Null(ChainVerifier.Verify(events, now.Head));
        Assert.Equal((2, null, Id), (events.Count, events[1].State, events[1].Facts.Edition));
    }

    private static string Text(EditionFile file) => Encoding.UTF8.GetString(file.Content.Span);
}
