using Hub.Notices.Access;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Work.Runner;

namespace Hub.Delivery.Webhooks;

/// <summary>The last mail about an endpoint's failures.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Since">When those failures began, UTC: later ones begin anew.</param>
/// <param name="Stage">Which mail it was, from 1.</param>
public sealed record EndpointWarning(string Endpoint, DateTimeOffset Since, int Stage) : Confidential;

/// <summary>Where warnings are kept.</summary>
public interface IWarningStore
{
    /// <summary>The last warning about an endpoint; null where there was none.</summary>
    Task<EndpointWarning?> Find(string endpoint, CancellationToken cancel);

    /// <summary>Keeps it.</summary>
    Task Save(EndpointWarning warning, CancellationToken cancel);
}

/// <summary>
/// Tells partners' contacts of endpoints that fail: after a day, after three, and when the hub gives up. A mail goes first and is recorded
/// after: what was sent and not recorded is recognised by the mailbox.
/// </summary>
public sealed class EndpointWatch(
    ICursorStore cursors, IEndpointStore endpoints, IPartnerStore partners, IWarningStore warnings, IRegisterStore register,
    PartnerPost post, WebhookSettings settings, TimeProvider clock)
{
    /// <summary>Looks at every endpoint; how many mails went.</summary>
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
        var since = cursor.FailingSince!.Value;
        if (await warnings.Find(cursor.Name, cancel) is { } last && last.Since == since && last.Stage >= stage)
            return false;
        if (await endpoints.Find(cursor.Name, cancel) is not { } endpoint
            || await partners.Find(endpoint.Partner, cancel) is not { RevokedAt: null, Contact: { } contact })
            return false;
        var waiting = (await register.Read(TimeSpan.FromSeconds(1), cancel)).Head.Sequence - cursor.Position;
        var failing = new FailingEndpoint(endpoint, since, waiting, cursor.State == CursorState.Disabled, cursor.StateReason ?? "");
        if (!await post.SendWarning(failing, contact, stage, cancel))
            return false;
        await warnings.Save(new(cursor.Name, since, stage), cancel);
        return true;
    }
}
