namespace Hub.Notices.Access;

/// <summary>Who is a partner, and who is no more.</summary>
public sealed class PartnerAccess(IPartnerStore partners, IKeyStore keys, TimeProvider clock)
{
    /// <summary>Registers a partner's contact; a partner whose access was withdrawn has it again, once it has a key.</summary>
    public async Task<Partner> Register(string name, PartnerContact? contact, CancellationToken cancel)
    {
        var partner = new Partner(name, contact);
        await partners.Save(partner, cancel);
        return partner;
    }

    /// <summary>
    /// Withdraws a partner's access: nothing is sent to it any more, its keys are gone; what it missed stays due. How many keys it had.
    /// </summary>
    public async Task<int> Withdraw(string name, CancellationToken cancel)
    {
        var partner = await partners.Find(name, cancel) ?? new(name);
        // First what deliveries look at.
        await partners.Save(partner with { RevokedAt = partner.RevokedAt ?? clock.GetUtcNow() }, cancel);
        return await keys.Revoke(CallerKind.Partner, name, cancel);
    }
}
