using Hub.Delivery.Webhooks;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Notices.Rules;

namespace Hub.Delivery.Questions;

/// <summary>Asks networks, by mail to their contacts, about States that claim to belong to them (V30).</summary>
public sealed class ClaimAsker(NetworkClaims claims, IPartnerStore partners, PartnerPost post, ReferenceData data)
{
    // A contact that the mailbox refuses for a day is the Secretariat's to mend; the claim stays on the list.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Asks about every open claim of a notice; false where a mail could not be sent and is worth another try.</summary>
    internal async Task<bool> Ask(Notice notice, DateTimeOffset now, CancellationToken cancel)
    {
        var unsent = 0;
        foreach (var (claim, partner) in await Asked(notice, cancel))
            // A mail of an id goes once: what went before a crash is not sent again.
            if (!await post.SendClaim(claim, partner, cancel))
                unsent++;
        return unsent == 0 || now >= notice.AsksSince + Patience;
    }

    private async Task<IReadOnlyList<(NetworkClaim Claim, Partner Partner)>> Asked(Notice notice, CancellationToken cancel)
    {
        var open = await claims.Of(notice, cancel);
        return open.Count == 0
            ? []
            : [
                .. from partner in await partners.List(cancel)
                   where partner is { RevokedAt: null, Contact: not null }
                   from claim in open
                   where data.Networks.TryFind(partner.Name, out var network) && network.Id == claim.Network
                   select (claim, partner),
            ];
    }
}
