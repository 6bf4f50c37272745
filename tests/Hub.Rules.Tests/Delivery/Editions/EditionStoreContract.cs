using System.Text;
using Hub.Delivery.Editions;
using Hub.Register.Log;

namespace Hub.Rules.Tests.Delivery.Editions;

/// <summary>Editions never change.</summary>
public abstract class EditionStoreContract
{
    /// <summary>A store that may hold editions of other years than 1998 and 1999.</summary>
    private protected abstract IEditionStore Store { get; }

    [Fact]
    public async Task A_file_is_written_once_and_who_comes_second_gets_the_first()
    {
        var id = new EditionId(1999, 1);
        var first = await Store.Keep(id, new("a.txt", "text/plain", "first"u8.ToArray()), default);
        Assert.Equal(("first", null), (Text(first), first.KeptAt));

        var second = await Store.Keep(id, new("a.txt", "application/json", "second"u8.ToArray()), default);

        Assert.Equal(("first", "text/plain"), (Text(second), second.MediaType));
        Assert.NotNull(second.KeptAt);
        Assert.Equal("first", Text((await Store.Find(id, "a.txt", default))!));
        Assert.Null(await Store.Find(id, "b.txt", default));
        Assert.Null(await Store.Find(new(1999, 2), "a.txt", default));
    }

    [Fact]
    public async Task The_editions_are_listed_in_order()
    {
        EditionId[] ids = [new(1998, 2), new(1998, 2, EditionKind.Addendum, 1), new(1998, 2, EditionKind.Addendum, 10)];
        foreach (var id in ids.Reverse())
            await Store.Keep(id, new("directory.json", "application/json", "{}"u8.ToArray()), default);

        Assert.Equal(ids, (await Store.List(default)).Where(i => i.Year == 1998));
    }

    private static string Text(EditionFile file) => Encoding.UTF8.GetString(file.Content.Span);
}
