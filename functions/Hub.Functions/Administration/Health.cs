using Hub.Azure;
using Hub.Delivery.NetworkPages;
using Hub.Delivery.Outbox;
using Hub.Delivery.Webhooks;
using Hub.Functions.Access;
using Hub.Functions.Http;
using Hub.Notices.Outbox;
using Hub.Operations.Standstill;
using Hub.Register.Log;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Administration;

/// <summary>Whether the hub is up, how far its channels have come, and what stands still.</summary>
public sealed class Health(
    IRegisterStore register, ICursorStore cursors, IOutboxStore outbox, MailSettings mail, StandstillWatch watch, StorageClock machine,
    TimeProvider clock)
{
    private static readonly string[] Channels =
        [MailChannel.ChannelName, WebhookChannel.ChannelName, NetworkPagesChannel.ChannelName];

    /// <summary>
    /// GET /healthz: 503 where storage cannot be reached. What stands still is said with a 200: another instance would do no better.
    /// </summary>
    [Function("Healthz")]
    [PublicAccess]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "healthz")] HttpRequest request, CancellationToken cancel)
    {
        var (snapshot, all, looked) = (register.Read(TimeSpan.Zero, cancel), cursors.All(cancel), watch.Look(cancel));
        var mails = outbox.Due(DateTimeOffset.MaxValue, null, cancel);
        await Task.WhenAll(snapshot, all, looked, mails);
        var (head, known) = ((await snapshot).Head.Sequence, await all);
        IReadOnlyList<Standstill> standing = [.. await looked, .. Clock()];
        var soon = clock.GetUtcNow() + mail.RoundDistance;
        var untold = (await mails).Where(m => m.Kind == OutboxKind.Changes && m.IsAwaited(soon))
            .Select(m => head - m.ToldUpTo).DefaultIfEmpty(0).Max();
        var lags = Channels.ToDictionary(name => name, name => Lag(known.Where(c => c.Channel == name), head));
        lags[MailChannel.ChannelName] = Math.Max(lags[MailChannel.ChannelName], untold);
        return Responses.PublicJson(new HealthView(standing.Count == 0 ? "ok" : "attention", head, lags, standing));
    }

    // This instance's: each is another machine.
    private IEnumerable<Standstill> Clock() => machine.IsMachineWrong
        ? [new("The clock of the machine that answers is not storage's.", 1, null, "See clock-wrong in docs/operations.md.")]
        : [];

    private static long Lag(IEnumerable<Cursor> cursors, long head) =>
        cursors.Where(c => c.State == CursorState.Active).Select(c => c.Behind(head)).DefaultIfEmpty(0).Max();
}
