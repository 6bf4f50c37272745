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
        await Store.Save(Mission, default);
        Assert.Equal(Json(Mission), Json(Assert.Single(await Store.List(default))));
    }

    [Fact]
    public async Task One_that_is_kept_again_takes_the_place_of_the_one_before_whole()
    {
        await Store.Save(Mission, default);
        var later = new Recipient(Mission.Id, Mission.State, "new@state.example", Language.English, "Mission", 4);
        await Store.Save(later, default);
        await Store.Save(later, default);
        Assert.Equal(Json(later), Json(Assert.Single(await Store.List(default))));
    }

    [Fact]
    public async Task They_are_listed_by_their_ids_whichever_came_first()
    {
        foreach (var id in new[] { "b", "a10", "a2", "B" })
            await Store.Save(Mission with { Id = id }, default);
        Assert.Equal(["B", "a10", "a2", "b"], (await Store.List(default)).Select(r => r.Id));
    }

    [Theory]
    [InlineData("réseau / EJN?")]
    [InlineData("a\\b#c%2Fd\ne")]
    public async Task One_may_have_any_id(string id)
    {
        await Store.Save(Mission with { Id = id }, default);
        await Store.Save(Mission with { Id = id, Since = 4 }, default);
        Assert.Equal((id, 4), (await Store.List(default)).Select(r => (r.Id, r.Since)).Single());
    }

    [Fact]
    public async Task All_are_listed_however_many()
    {
        await Parallel.ForAsync(0, 1001, async (i, cancel) => await Store.Save(Mission with { Id = $"{i:D4}" }, cancel));
        Assert.Equal(Enumerable.Range(0, 1001).Select(i => $"{i:D4}"), (await Store.List(default)).Select(r => r.Id));
    }

    private static string Json(Recipient recipient) => JsonSerializer.Serialize(recipient, HubJson.Options);
}
