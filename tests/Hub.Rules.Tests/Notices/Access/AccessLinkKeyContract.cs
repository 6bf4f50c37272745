using Hub.Notices.AccessLinks;

namespace Hub.Rules.Tests.Notices.Access;

/// <summary>The key of access links.</summary>
public abstract class AccessLinkKeyContract
{
    /// <summary>The key, which there is none of yet, as an instance has it that has just begun.</summary>
    private protected abstract IAccessLinkKey Fresh();

    [Fact]
    public async Task The_key_is_long_enough_and_the_same_for_all_who_ask_also_at_once()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Fresh().Get(default).AsTask()));
        var later = Fresh();
        Assert.All([.. keys, await later.Get(default), await later.Get(default)], k => Assert.Equal(keys[0].ToArray(), k.ToArray()));
        Assert.InRange(keys[0].Length, 32, int.MaxValue);
    }
}
