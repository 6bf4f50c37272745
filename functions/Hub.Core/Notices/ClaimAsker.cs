using Hub.Core.Access;
using Hub.Core.Channels.Webhooks;

namespace Hub.Core.Notices;

/// <summary>
/// Asks networks, by mail to their contacts, about States that claim to belong to them (V30): they would not hear of it otherwise.
/// </summary>
public sealed class ClaimAsker(
    INoticeStore notices, NetworkClaims claims, IPartnerStore partners, PartnerPost post, ReferenceData data, TimeProvider clock)
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    // A contact that the mailbox refuses for a day is the Secretariat's to mend; the claim stays on the list.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Asks where that is due; the notice as it then stands.</summary>
    public async Task<Notice> Ask(Notice notice, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (notice is not { Status: NoticeStatus.Query, DueAt: { } due } || due > now)
            return notice;
        var unsent = 0;
        foreach (var (claim, partner) in await Asked(notice, cancel))
            // A mail of an id goes once: what went before a crash is not sent again.
            if (!await post.SendClaim(claim, partner.Contact!, cancel))
                unsent++;
        DateTimeOffset? later = unsent > 0 && now < notice.ReceivedAt + Patience ? now + Again : null;
        return await notices.Save(notice with { DueAt = later }, cancel) ?? notice;
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
