using Hub.Notices.Recipients;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Rules.Tests.Notices.Recipients;

/// <summary>What recipients chose.</summary>
public abstract class ChoiceStoreContract
{
    private static readonly StateCode Senegal = new("SEN");

    /// <summary>An empty store.</summary>
    private protected abstract IChoiceStore Store { get; }

    [Fact]
    public async Task A_choice_is_written_by_the_first_of_two_writers_only()
    {
        var choice = await Store.Find("m1", default) with { Preferences = new(Cadence.Weekly, [Senegal], [Matter.Mla]) };
        Assert.Empty(await Store.List(default));

        Assert.True(await Store.Save(choice, default));
        Assert.False(await Store.Save(choice, default));

        var kept = Assert.Single(await Store.List(default));
        Assert.Equal(Cadence.Weekly, kept.Preferences.Cadence);
        Assert.Equal((Senegal, Matter.Mla), (kept.Preferences.States.Single(), kept.Preferences.Matters.Single()));
        Assert.True(await Store.Save(kept, default));
        Assert.False(await Store.Save(kept, default));
    }

    [Fact]
    public async Task Choices_are_apart_whatever_the_recipients_ids()
    {
        string[] ids = ["mission-1", "mission-10", "a\\b#c%2Fd", "réseau / EJN?"];
        foreach (var (id, i) in ids.Select((id, i) => (id, i + 1)))
            Assert.True(await Store.Save(new(id) { LinkGeneration = i }, default));
        foreach (var (id, i) in ids.Select((id, i) => (id, i + 1)))
            Assert.Equal((id, i), (await Store.Find(id, default) is var c ? (c.Recipient, c.LinkGeneration) : default));
        Assert.Equal(ids.Length, (await Store.List(default)).Count);
        Assert.Equal((0, null), (await Store.Find("mission", default) is var none ? (none.LinkGeneration, none.ETag) : default));
    }
}
