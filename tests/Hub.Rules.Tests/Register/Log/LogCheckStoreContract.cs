using Hub.Register.Log;

namespace Hub.Rules.Tests.Register.Log;

/// <summary>The last verification of the log is kept, and no other.</summary>
public abstract class LogCheckStoreContract
{
    private static readonly LogCheckRecord Good = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), "a person", 743, 743, null);

    /// <summary>The store, which holds none.</summary>
    private protected abstract ILogCheckStore Store { get; }

    [Fact]
    public async Task Before_the_first_there_is_none() => Assert.Null(await Store.Last(default));

    [Fact]
    public async Task The_last_one_takes_the_place_of_the_one_before_whatever_it_found()
    {
        await Store.Save(Good, default);
        Assert.Equal(Good, await Store.Last(default));
        var broken = Good with { At = Good.At.AddDays(1), By = null, Broken = 17 };
        await Store.Save(broken, default);
        Assert.Equal(broken, await Store.Last(default));
    }
}
