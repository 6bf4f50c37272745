using Hub.Work.Runner;

namespace Hub.Rules.Tests.Work;

/// <summary>Cursors: whoever read an older version does not write.</summary>
public abstract class CursorStoreContract
{
    /// <summary>An empty store.</summary>
    private protected abstract ICursorStore Store { get; }

    [Fact]
    public async Task A_cursor_that_is_there_already_stays_where_it_stands()
    {
        await Store.Create(Cursor("one", 5), default);
        await Store.Create(Cursor("one", 0), default);

        Assert.Equal(5, (await Store.Find("webhooks", "one", default))!.Position);
        Assert.Null(await Store.Find("webhooks", "other", default));
        Assert.Null(await Store.Find("mail", "one", default));
    }

    [Fact]
    public async Task Of_two_runs_with_the_same_version_one_takes_the_cursor()
    {
        await Store.Create(Cursor("one"), default);
        var (one, two) = (await Store.Find("webhooks", "one", default), await Store.Find("webhooks", "one", default));

        var taken = await Store.Save(one! with { Position = 1 }, default);

        Assert.Null(await Store.Save(two! with { Position = 2 }, default));
        Assert.NotNull(await Store.Save(taken! with { Position = 3 }, default));
        Assert.Equal(3, (await Store.Find("webhooks", "one", default))!.Position);
    }

    [Fact]
    public async Task A_cursor_deleted_meanwhile_is_not_written_back()
    {
        await Store.Create(Cursor("one"), default);
        var read = await Store.Find("webhooks", "one", default);

        await Store.Delete("webhooks", "one", default);
        await Store.Delete("webhooks", "one", default);

        Assert.Null(await Store.Save(read!, default));
        Assert.Empty(await Store.All(default));
    }

    [Fact]
    public async Task To_save_a_cursor_that_was_not_read_is_a_mistake()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Save(Cursor("one"), default));
        Assert.Empty(await Store.All(default));
    }

    [Fact]
    public async Task All_cursors_of_all_channels_are_listed_with_everything_they_remember()
    {
        var due = new DateTimeOffset(2025, 3, 14, 9, 30, 0, 123, TimeSpan.Zero);
        var one = Cursor("one", 7) with
        {
            State = CursorState.Disabled, StateReason = "gone", Attempts = 3, DueAt = due, FailingSince = due, Work = "{}",
        };
        await Store.Create(one, default);
        await Store.Create(Cursor("two") with { Channel = "mail" }, default);

        var listed = await Store.All(default);

        Assert.Equal(["mail/two", "webhooks/one"], listed.Select(c => $"{c.Channel}/{c.Name}"));
        Assert.Equal(one, listed[1] with { ETag = null });
    }

    private static Cursor Cursor(string name, long position = 0) => new() { Channel = "webhooks", Name = name, Position = position };
}
