using Hub.Notices.Access;
using Hub.Notices.Outbox;
using Hub.Work.Runner;

namespace Hub.Delivery.Webhooks.Partners;

/// <summary>
/// Has partners' contacts told of endpoints that fail: after a day, after three, and when the hub gives up. What fails, since when and
/// which stage it is make the mail's id: it goes once, whoever looks.
/// </summary>
public sealed class EndpointWatch(
    ICursorStore cursors, IEndpointStore endpoints, IPartnerStore partners, IOutboxStore rows, IOutbox outbox, WebhookSettings settings,
    TimeProvider clock)
{
    /// <summary>Looks at every endpoint; how many mails were asked for.</summary>
    public async Task<int> Look(CancellationToken cancel)
    {
        var sent = 0;
        foreach (var cursor in await cursors.Of(WebhookChannel.ChannelName, cancel))
            if (Stage(cursor) is > 0 and var stage && await Warn(cursor, stage, cancel))
                sent++;
        return sent;
    }

    private int Stage(Cursor cursor) => (cursor.State, cursor.FailingSince) switch
    {
        (_, null) or (CursorState.Paused, _) => 0,
        (CursorState.Disabled, _) => settings.Warnings.Count + 1,
        (CursorState.Active, { } since) => settings.Warnings.Count(w => clock.GetUtcNow() - since >= w),
    };

    private async Task<bool> Warn(Cursor cursor, int stage, CancellationToken cancel)
    {
        var (since, now) = (cursor.FailingSince!.Value, clock.GetUtcNow());
        if (await rows.Find(OutboxMails.Warning("", cursor.Name, since, stage, now).Id, cancel) is not null
            || await endpoints.Find(cursor.Name, cancel) is not { } endpoint
            || await partners.Find(endpoint.Partner, cancel) is not { RevokedAt: null, Contact: not null })
            return false;
        await outbox.Add([OutboxMails.Warning(endpoint.Partner, endpoint.Id, since, stage, now)], cancel);
        return true;
    }
}
