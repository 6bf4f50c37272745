using Hub.Notices.Access;
using Hub.Notices.AccessLinks;
using Hub.Notices.Recipients;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Notices.SigningIn;

/// <summary>Somebody who is reached at an address: a mission or a ministry, an authority, or a partner.</summary>
/// <param name="Caller">As it calls.</param>
/// <param name="Address">Its address.</param>
/// <param name="Language">The language it reads.</param>
/// <param name="Recipient">It as a recipient of mails; null for a partner.</param>
public sealed record AddressHolder(Caller Caller, string Address, Language Language, Recipient? Recipient) : Confidential
{
    /// <summary>What its sessions and its address are marked by.</summary>
    public AccessLinkHolder Mark() => Recipient?.Holder() ?? new($"partner:{Caller.Name}", Address, 0);
}

/// <summary>Who is reached at an address now: whoever signs in is one of them, and stays so for as long as that is so.</summary>
public sealed class AddressHolders(RecipientDirectory recipients, IPartnerStore partners)
{
    /// <summary>Everybody at an address: missions and ministries first, then authorities, then partners.</summary>
    public async Task<IReadOnlyList<AddressHolder>> At(string address, CancellationToken cancel)
    {
        var wanted = address.Trim();
        return [.. (await All(cancel)).Where(h => h.Address.Trim().Equals(wanted, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>Everybody who has an address.</summary>
    public async Task<IReadOnlyList<AddressHolder>> All(CancellationToken cancel) =>
    [
        .. (await recipients.List(cancel)).Select(Of).Concat((await partners.List(cancel)).Select(Of).OfType<AddressHolder>())
            .OrderBy(h => h.Caller.Kind switch { CallerKind.State => 0, CallerKind.Reader => 1, _ => 2 })
            .ThenBy(h => h.Caller.Name, StringComparer.Ordinal),
    ];

    private static AddressHolder Of(Recipient recipient)
    {
        // Only the mission and the ministries speak for their State (I7); an authority reads.
        var role = recipient.RecordId() is null ? recipient.Role : OfficeRole.Authority;
        var kind = role is OfficeRole.Mission or OfficeRole.Ministry ? CallerKind.State : CallerKind.Reader;
        return new(
            new(recipient.Id, kind, recipient.State, role) { FullName = recipient.Name }, recipient.Address, recipient.Language, recipient);
    }

    private static AddressHolder? Of(Partner partner) => partner is { RevokedAt: null, Contact: { } contact }
        ? new(new(partner.Name, CallerKind.Partner) { FullName = partner.Name }, contact.Address, contact.Language, null)
        : null;
}
