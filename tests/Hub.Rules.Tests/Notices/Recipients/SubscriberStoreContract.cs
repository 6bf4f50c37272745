using System.Text.Json;
using Hub.Notices.Recipients;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Rules.Tests.Notices.Recipients;

/// <summary>Missions that want to be told.</summary>
public abstract class SubscriberStoreContract
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 10, 0, 0, TimeSpan.Zero);

    private static readonly Recipient Mission =
        new("mission-SEN", new("SEN"), "mission@state.example", Language.French, "Mission du Sénégal", 3)
        {
            Role = OfficeRole.Ministry, Domains = ["state.example"], SetAt = Now, SetBy = "r", Setters = [new("r", Now, true)],
        };

    /// <summary>An empty store.</summary>
    private protected abstract ISubscriberStore Store { get; }

    [Fact]
    public async Task Everything_that_is_known_of_one_is_kept()
    {
        Assert.Empty(await Store.List(default));
        await Store.Save(Mission, null, default);
        Assert.Equal(Json(Mission), Json(Assert.Single(await Store.List(default))));
    }

    [Fact]
    public async Task One_that_is_kept_again_takes_the_place_of_the_one_before_whole()
    {
        Assert.True(await Store.Save(Mission, null, default));
        var later = new Recipient(Mission.Id, Mission.State, "new@state.example", Language.English, "Mission", 4);
        Assert.True(await Store.Save(later, Mission, default));
        Assert.True(await Store.Save(later, later, default));
        Assert.Equal(Json(later), Json(Assert.Single(await Store.List(default))));
    }

    [Fact]
    public async Task Of_two_who_set_one_at_once_the_second_sets_nothing()
    {
        var second = Mission with { Address = "second@state.example" };
        var added = await Task.WhenAll(new[] { Mission, second }.Select(r => Store.Save(r, null, default)));
        Assert.Single(added, a => a);
        var first = Assert.Single(await Store.List(default));
        Assert.True(await Store.Save(first with { Since = 9 }, first, default));
        Assert.False(await Store.Save(second with { Since = 10 }, first, default));
        Assert.False(await Store.Save(second with { Id = "other" }, second with { Id = "other", Since = 1 }, default));
        Assert.Equal(Json(first with { Since = 9 }), Json(Assert.Single(await Store.List(default))));
    }

    [Fact]
    public async Task They_are_listed_by_their_ids_whichever_came_first()
    {
        foreach (var id in new[] { "b", "a10", "a2", "B" })
            await Store.Save(Mission with { Id = id }, null, default);
        Assert.Equal(["B", "a10", "a2", "b"], (await Store.List(default)).Select(r => r.Id));
    }

    [Theory]
    [InlineData("réseau / EJN?")]
    [InlineData("a\\b#c%2Fd\ne")]
    public async Task One_may_have_any_id(string id)
    {
        await Store.Save(Mission with { Id = id }, null, default);
        await Store.Save(Mission with { Id = id, Since = 4 }, Mission with { Id = id }, default);
        Assert.Equal(4, (await Store.Find(id, default))!.Since);
        Assert.Null(await Store.Find($"{id}2", default));
        Assert.Equal((id, 4), (await Store.List(default)).Select(r => (r.Id, r.Since)).Single());
    }

    [Fact]
    public async Task All_are_listed_however_many()
    {
        await Parallel.ForAsync(0, 1001, async (i, cancel) => await Store.Save(Mission with { Id = $"{i:D4}" }, null, cancel));
        Assert.Equal(Enumerable.Range(0, 1001).Select(i => $"{i:D4}"), (await Store.List(default)).Select(r => r.Id));
    }

    private static string Json(Recipient recipient) => JsonSerializer.Serialize(recipient, HubJson.Options);
}
