using Hub.Operations.Erasures;

namespace Hub.Rules.Tests.Operations;

/// <summary>Erasures that somebody ordered.</summary>
public abstract class ErasureStoreContract
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);

    /// <summary>An empty store.</summary>
    private protected abstract IErasureStore Store { get; }

    [Fact]
    public async Task An_erasure_is_kept_once_and_due_until_it_is_done()
    {
        var request = new ErasureRequest { Names = ["Adaeze Nwosu"], Numbers = ["+99915557788"] };
        var erasure = Erasure("1") with { Request = request, DueAt = Now };
        Assert.True(await Store.Add(erasure, default));
        Assert.False(await Store.Add(erasure with { By = "another" }, default));
        Assert.Empty(await Store.Due(Now.AddSeconds(-1), 10, default));
        var found = Assert.Single(await Store.Due(Now, 10, default));
        Assert.Equal((request.Names.Single(), "reviewer-1"), (found.Request!.Names.Single(), found.By));

        Assert.NotNull(await Store.Save(found with { Request = null, DueAt = null, State = ErasureState.Done }, default));
        Assert.Null(await Store.Save(found, default));
        Assert.Empty(await Store.Due(Now, 10, default));
        Assert.Equal((ErasureState.Done, null), ((await Store.Find("1", default))!.State, (await Store.Find("1", default))!.Request));
    }

    [Fact]
    public async Task Only_an_erasure_that_is_there_and_was_read_is_written_back()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Save(Erasure("1"), default));
        await Store.Add(Erasure("1"), default);
        Assert.Null(await Store.Save((await Store.Find("1", default))! with { Id = "2" }, default));
        Assert.Null(await Store.Find("2", default));
    }

    [Fact]
    public async Task Erasures_are_listed_newest_first()
    {
        foreach (var id in new[] { "1", "3", "2" })
            await Store.Add(Erasure(id) with { DueAt = Now }, default);
        Assert.Equal(["3", "2"], (await Store.List(2, default)).Select(e => e.Id));
        Assert.Equal(2, (await Store.Due(Now, 2, default)).Count);
    }

    private static Erasure Erasure(string id) => new() { Id = id, By = "reviewer-1", OrderedAt = Now, Items = [] };
}
