using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Notices.Outbox;
using Hub.Notices.Rules;

namespace Hub.Delivery.Questions;

/// <summary>Asks networks, by mail to their contacts, about States that claim to belong to them (V30).</summary>
public sealed class ClaimQuestions(NetworkClaims claims, IPartnerStore partners, IOutbox outbox, ReferenceData data)
{
    /// <summary>Asks about every open claim of a notice, once each.</summary>
    internal async Task Ask(Notice notice, DateTimeOffset now, CancellationToken cancel) => await outbox.Add(
        [.. (await Asked(notice, cancel)).Select(a => OutboxMails.Claim(a.Partner.Name, a.Claim.Notice, a.Claim.Network, now))], cancel);

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
