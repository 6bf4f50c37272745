using Hub.Delivery.Editions;
using Hub.Delivery.NetworkPages;
using Hub.Delivery.Outbox;
using Hub.Delivery.Webhooks;
using Hub.Intake.Inbox.Channel;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Work.Failures;
using Hub.Work.Watching;

namespace Hub.Operations.Standstill;

/// <summary>Finds what stands still: editions, mails, and the work of the queues.</summary>
public sealed class StandstillWatch(
    ChannelWatch channels, EditionWatch editions, INoticeStore notices, IDocumentWorkStore documents,
    IFailureStore failures, TimeProvider clock)
{
    private const int MostDocuments = 20;
    private const int MostFailures = 50;
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);

    // Everybody may ask, and several tables are read for an answer.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private Seen? _last;

    /// <summary>What stands still now, or did half a minute ago.</summary>
    public async Task<IReadOnlyList<Standstill>> Look(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (_last is { } last && (now - last.At).Duration() < Fresh)
            return last.Found;
        var (waiting, unread, aside) = (Notices(now, cancel), Documents(now, cancel), SetAside(now, cancel));
        var troubles = (await Task.WhenAll(editions.Look(cancel), channels.Look(cancel))).SelectMany(found => found);
        IReadOnlyList<Standstill> all =
        [
            .. troubles.Select(t => (Kind: KindOf(t), Since: SinceOf(t, now))).Where(t => t.Kind is not null).GroupBy(t => t.Kind!.Value)
                .Select(g => Standstill.Of(g.Key, g.Count(), g.Min(t => t.Since))),
            .. await waiting, .. await unread, .. await aside,
        ];
        _last = new(now, all);
        return all;
    }

    private static DateTimeOffset? SinceOf(Trouble trouble, DateTimeOffset now) => trouble switch
    {
        Trouble.Late late => now.AddMinutes(-late.Minutes),
        Trouble.Failing failing => now.AddMinutes(-failing.Minutes),
        Trouble.Broken broken => now.AddMinutes(-broken.Minutes),
        _ => null,
    };

    private static StandstillKind? KindOf(Trouble trouble) => (trouble.Channel, trouble) switch
    {
        (EditionFileSet.Queue, _) => StandstillKind.Edition,
        // A partner's endpoint that does not answer, or was stopped, is the partner's; it has alerts of its own.
        (WebhookChannel.ChannelName, Trouble.Failing or Trouble.Stopped) => null,
        (OutboxSender.ChannelName, Trouble.Stopped) => StandstillKind.MailStopped,
        (OutboxSender.ChannelName, _) => StandstillKind.MailLate,
        (MailChannel.ChannelName, _) => StandstillKind.Changes,
        (WebhookChannel.ChannelName, _) => StandstillKind.Webhooks,
        (NetworkPagesChannel.ChannelName, _) => StandstillKind.NetworkPages,
        (InboxChannel.ChannelName, _) => StandstillKind.Inbox,
        _ => null,
    };

    private async Task<IEnumerable<Standstill>> Notices(DateTimeOffset now, CancellationToken cancel)
    {
        var (count, since) = (0, (DateTimeOffset?)null);
        await foreach (var notice in notices.Due(now - StandstillLimits.Default.Notices, cancel))
            (count, since) = (count + 1, since is null || notice.DueAt < since ? notice.DueAt : since);
        return Of(StandstillKind.Notices, count, since);
    }

    private async Task<IEnumerable<Standstill>> Documents(DateTimeOffset now, CancellationToken cancel)
    {
        var due = await documents.Due(now - StandstillLimits.Default.Documents, cancel);
        var since = (DateTimeOffset?)null;
        foreach (var id in due.Take(MostDocuments))
            if (await documents.Find(id, cancel) is { DueAt: { } at } && !(since < at))
                since = at;
        return Of(StandstillKind.Documents, due.Count, since);
    }

    // A day long, unless a person has retried them before.
    private async Task<IEnumerable<Standstill>> SetAside(DateTimeOffset now, CancellationToken cancel)
    {
        var found = (await failures.List(MostFailures, cancel))
            .Where(f => f.Queue == OutboxSender.ChannelName && f.RetriedAt is null && now - f.FailedAt < OneDay).ToList();
        return Of(StandstillKind.MailSetAside, found.Count, found.Count == 0 ? null : found.Min(f => f.FailedAt));
    }

    private static IEnumerable<Standstill> Of(StandstillKind kind, int count, DateTimeOffset? since) =>
        count == 0 ? [] : [Standstill.Of(kind, count, since)];

    private sealed record Seen(DateTimeOffset At, IReadOnlyList<Standstill> Found);
}
