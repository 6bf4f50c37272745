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
        await Store.Save(partner, default);
        await Store.Save(partner with { RevokedAt = Now }, default);

        Assert.Equal(partner with { RevokedAt = Now }, await Store.Find(partner.Name, default));
        Assert.Null(await Store.Find("other", default));
        Assert.Equal(partner.Contact, Assert.Single(await Store.List(default)).Contact);
    }
}
