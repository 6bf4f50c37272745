namespace Hub.Notices.Access;

/// <summary>Who is a partner, and who is no more.</summary>
public sealed class PartnerAccess(IPartnerStore partners, IKeyStore keys, TimeProvider clock)
{
    /// <summary>
    /// Registers a partner's contact, whatever is known of it; a partner whose access was withdrawn has it again, once it has a key.
    /// </summary>
    public async Task<Partner> Register(string name, PartnerContact? contact, CancellationToken cancel) =>
        await Change(name, _ => new(name, contact), cancel);

    /// <summary>The same in place of what whoever registers it saw; false where it stands otherwise by now.</summary>
    public Task<bool> Register(string name, PartnerContact? contact, Partner? seen, CancellationToken cancel) =>
        partners.Save(new(name, contact), seen, cancel);

    /// <summary>
    /// Withdraws a partner's access: nothing is sent to it any more, its keys are gone; what it missed stays due. How many keys it had.
    /// </summary>
    public async Task<int> Withdraw(string name, CancellationToken cancel)
    {
        // First what deliveries look at.
        await Change(name, known => (known ?? new(name)) with { RevokedAt = known?.RevokedAt ?? clock.GetUtcNow() }, cancel);
        return await keys.Revoke(CallerKind.Partner, name, cancel);
    }

    private async Task<Partner> Change(string name, Func<Partner?, Partner> change, CancellationToken cancel)
    {
        while (true)
        {
            var known = await partners.Find(name, cancel);
            var changed = change(known);
            if (changed == known || await partners.Save(changed, known, cancel))
                return changed;
        }
    }
}
