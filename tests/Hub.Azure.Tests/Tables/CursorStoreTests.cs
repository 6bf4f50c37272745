using Hub.Azure.Tables;
using Hub.Azure.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Azure.Tests.Tables;

/// <summary>Cursors: whoever read an older version does not write.</summary>
[Collection(StorageCollection.Name)]
public sealed class CursorStoreTests(Storage storage) : IAsyncLifetime
{
    private readonly CursorStore _store = new(storage.Tables);

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Cursors);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_cursor_that_is_there_already_stays_where_it_stands()
    {
        await _store.Create(Cursor("one", 5), default);
        await _store.Create(Cursor("one", 0), default);

        Assert.Equal(5, (await _store.Find("webhooks", "one", default))!.Position);
        Assert.Null(await _store.Find("webhooks", "other", default));
        Assert.Null(await _store.Find("mail", "one", default));
    }

    [Fact]
    public async Task Of_two_runs_with_the_same_version_one_takes_the_cursor()
    {
        await _store.Create(Cursor("one"), default);
        var (one, two) = (await _store.Find("webhooks", "one", default), await _store.Find("webhooks", "one", default));

        var taken = await _store.Save(one! with { Position = 1 }, default);

        Assert.Null(await _store.Save(two! with { Position = 2 }, default));
        Assert.NotNull(await _store.Save(taken! with { Position = 3 }, default));
        Assert.Equal(3, (await _store.Find("webhooks", "one", default))!.Position);
    }

    [Fact]
    public async Task A_cursor_deleted_meanwhile_is_not_written_back()
    {
        await _store.Create(Cursor("one"), default);
        var read = await _store.Find("webhooks", "one", default);

        await _store.Delete("webhooks", "one", default);
        await _store.Delete("webhooks", "one", default);

        Assert.Null(await _store.Save(read!, default));
        Assert.Empty(await _store.All(default));
    }

    [Fact]
    public async Task All_cursors_of_all_channels_are_listed_with_everything_they_remember()
    {
        var due = new DateTimeOffset(2025, 3, 14, 9, 30, 0, 123, TimeSpan.Zero);
        await _store.Create(
            Cursor("one", 7) with
            {
                State = CursorState.Disabled, StateReason = "gone", Attempts = 3, DueAt = due, FailingSince = due, Work = "{}",
            },
            default);
        await _store.Create(Cursor("two") with { Channel = "mail" }, default);

        var listed = await _store.All(default);

        Assert.Equal(["mail/two", "webhooks/one"], listed.Select(c => $"{c.Channel}/{c.Name}"));
        Assert.Equal(
            Cursor("one", 7) with
            {
                State = CursorState.Disabled, StateReason = "gone", Attempts = 3, DueAt = due, FailingSince = due, Work = "{}",
            },
            listed[1] with { ETag = null });
    }

    private static Cursor Cursor(string name, long position = 0) => new() { Channel = "webhooks", Name = name, Position = position };
}
