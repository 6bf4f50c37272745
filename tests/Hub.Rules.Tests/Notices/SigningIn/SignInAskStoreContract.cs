using Hub.Notices.SigningIn;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.SigningIn;

/// <summary>What was asked is kept until it has ended, and changed by one at a time.</summary>
public abstract class SignInAskStoreContract
{
    private static readonly SignInAsk Ask =
        new(new('a', 64), "Ünit+x@justice.example", "/office?a=b", Sample.Now, Sample.Now + SignInAsk.Lasts);

    /// <summary>The store, in which nothing is yet.</summary>
    private protected abstract ISignInAskStore Asks { get; }

    [Fact]
    public async Task What_was_asked_is_found_by_its_id_and_by_nothing_else()
    {
        Assert.Null(await Asks.Find(Ask.Id, default));
        Assert.True(await Asks.Save(Ask, null, default));
        Assert.Equal(Ask, await Asks.Find(Ask.Id, default));
        Assert.Null(await Asks.Find(new('b', 64), default));
    }

    [Fact]
    public async Task Of_two_who_change_the_same_one_does()
    {
        Assert.True(await Asks.Save(Ask, null, default));
        Assert.False(await Asks.Save(Ask with { To = "/" }, null, default));
        var (one, other) = (Ask with { Tries = 1 }, Ask with { EndsAt = Sample.Now });
        Assert.True(await Asks.Save(one, Ask, default));
        Assert.False(await Asks.Save(other, Ask, default));
        Assert.Equal(one, await Asks.Find(Ask.Id, default));
    }

    [Fact]
    public async Task What_has_ended_is_forgotten_and_nothing_else()
    {
        var other = Ask with { Id = new('c', 64), EndsAt = Ask.EndsAt.AddTicks(1) };
        await Asks.Save(Ask, null, default);
        await Asks.Save(other, null, default);
        await Asks.Forget(Ask.EndsAt, default);
        Assert.Equal((null, other), (await Asks.Find(Ask.Id, default), await Asks.Find(other.Id, default)));
        await Asks.Forget(Ask.EndsAt, default);
    }
}
