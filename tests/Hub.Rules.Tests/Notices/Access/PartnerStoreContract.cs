using Hub.Notices.Access;
using Hub.Register.States;

namespace Hub.Rules.Tests.Notices.Access;

/// <summary>Partners as the Secretariat registered them.</summary>
public abstract class PartnerStoreContract
{
    private static readonly DateTimeOffset Now = new(2025, 3, 14, 9, 30, 0, TimeSpan.Zero);

    /// <summary>An empty store.</summary>
    private protected abstract IPartnerStore Store { get; }

    [Fact]
    public async Task Partners_are_kept_under_any_name_and_saved_over()
    {
        var partner = new Partner("réseau / EJN?", new("contact@partner.example", Language.French, "Contact"));
        Assert.True(await Store.Save(partner, null, default));
        Assert.True(await Store.Save(partner with { RevokedAt = Now }, partner, default));

        Assert.Equal(partner with { RevokedAt = Now }, await Store.Find(partner.Name, default));
        Assert.Null(await Store.Find("other", default));
        Assert.Equal(partner.Contact, Assert.Single(await Store.List(default)).Contact);
    }

    [Fact]
    public async Task Of_two_who_change_one_at_once_the_second_changes_nothing()
    {
        var (first, second) = (new Partner("p", new("1@p.example", Language.French, "1")), new Partner("p", RevokedAt: Now));
        Assert.True(await Store.Save(first, null, default));
        Assert.False(await Store.Save(second, null, default));
        Assert.True(await Store.Save(second, first, default));
        Assert.False(await Store.Save(first with { RevokedAt = Now }, first, default));
        Assert.False(await Store.Save(new("gone"), new("gone", RevokedAt: Now), default));
        Assert.Equal(second, Assert.Single(await Store.List(default)));
    }
}
