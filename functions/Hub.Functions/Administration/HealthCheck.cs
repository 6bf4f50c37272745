using Hub.Azure;
using Hub.Delivery.NetworkPages;
using Hub.Delivery.Outbox;
using Hub.Delivery.Webhooks;
using Hub.Notices.Outbox;
using Hub.Operations.Standstill;
using Hub.Register.Log;
using Hub.Work.Runner;

namespace Hub.Functions.Administration;

/// <summary>Looks how far the channels have come, and what stands still.</summary>
public sealed class HealthCheck(
    IRegisterStore register, ICursorStore cursors, IOutboxStore outbox, MailSettings mail, StandstillWatch watch, StorageClock machine,
    TimeProvider clock)
{
    private static readonly string[] Channels =
        [MailChannel.ChannelName, WebhookChannel.ChannelName, NetworkPagesChannel.ChannelName];

    /// <summary>How the hub is now.</summary>
    public async Task<HealthView> Look(CancellationToken cancel)
    {
        var (snapshot, all, looked) = (register.Read(TimeSpan.Zero, cancel), cursors.All(cancel), watch.Look(cancel));
        var mails = outbox.Due(DateTimeOffset.MaxValue, null, cancel);
        await Task.WhenAll(snapshot, all, looked, mails);
        var (head, known) = ((await snapshot).Head.Sequence, await all);
        // That mail was stopped, or goes on again, is seen at once.
        IReadOnlyList<Standstill> standing =
            [.. (await looked).Where(s => s.Kind != StandstillKind.MailStopped), .. Stopped(known), .. Clock()];
        var soon = clock.GetUtcNow() + mail.RoundDistance;
        var untold = (await mails).Where(m => m.Kind == OutboxKind.Changes && m.IsAwaited(soon))
            .Select(m => head - m.ToldUpTo).DefaultIfEmpty(0).Max();
        var lags = Channels.ToDictionary(name => name, name => Lag(known.Where(c => c.Channel == name), head));
        lags[MailChannel.ChannelName] = Math.Max(lags[MailChannel.ChannelName], untold);
        return new(standing.Count == 0 ? "ok" : "attention", head, lags, standing);
    }

    private static IEnumerable<Standstill> Stopped(IEnumerable<Cursor> cursors)
    {
        var stopped = cursors.Where(c => c.Channel == OutboxSender.ChannelName && c.State != CursorState.Active).ToList();
        return stopped.Count == 0 ? [] : [Standstill.Of(StandstillKind.MailStopped, stopped.Count, stopped.Min(c => c.Halt?.At))];
    }

    // This instance's: each is another machine.
    private IEnumerable<Standstill> Clock() => machine.IsMachineWrong ? [Standstill.Of(StandstillKind.Clock, 1, null)] : [];

    private static long Lag(IEnumerable<Cursor> cursors, long head) =>
        cursors.Where(c => c.State == CursorState.Active).Select(c => c.Behind(head)).DefaultIfEmpty(0).Max();
}
