using Hub.Delivery.Editions;
using Hub.Delivery.NetworkPages;
using Hub.Delivery.Outbox;
using Hub.Delivery.Webhooks;
using Hub.Intake.Inbox.Channel;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Register.Json;
using Hub.Work.Failures;
using Hub.Work.Watching;

namespace Hub.Operations.Standstill;

/// <summary>Work that stands still, as everyone may know it: no names, no ids.</summary>
/// <param name="What">What stands still.</param>
/// <param name="Count">How many there are of it.</param>
/// <param name="Since">Since when the longest does, UTC; null where nobody knows.</param>
/// <param name="Do">What to do about it.</param>
public sealed record Standstill(string What, int Count, DateTimeOffset? Since, string Do) : IPublic;

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
            .. troubles.Select(t => Told(t, now)).OfType<Standstill>().GroupBy(s => (s.What, s.Do))
                .Select(g => new Standstill(g.Key.What, g.Count(), g.Min(s => s.Since), g.Key.Do)),
            .. await waiting, .. await unread, .. await aside,
        ];
        _last = new(now, all);
        return all;
    }

    private static Standstill? Told(Trouble trouble, DateTimeOffset now)
    {
        DateTimeOffset? since = trouble switch
        {
            Trouble.Late late => now.AddMinutes(-late.Minutes),
            Trouble.Failing failing => now.AddMinutes(-failing.Minutes),
            Trouble.Broken broken => now.AddMinutes(-broken.Minutes),
            _ => null,
        };
        return (trouble.Channel, trouble) switch
        {
            (EditionFileSet.Queue, _) => new(
                "An edition is frozen and not published.", 1, since,
                "GET /api/failures says why it does not come to an end. Remedy that, or drop it: POST /api/editions/{id}/drop."),
            // A partner's endpoint that does not answer, or was stopped, is the partner's; it has alerts of its own.
            (WebhookChannel.ChannelName, Trouble.Failing or Trouble.Stopped) => null,
            (OutboxSender.ChannelName, Trouble.Stopped) => new(
                "A sender mailbox is stopped.", 1, since, "See mail-paused and mail-disabled in docs/operations.md."),
            (OutboxSender.ChannelName, _) => new(
                "Mails wait and are not sent.", 1, since, "See channel-late, mail-fails and message-given-up in docs/operations.md."),
            (MailChannel.ChannelName, _) => new(
                "Changes are not put in the outbox.", 1, since, "See channel-late and message-given-up in docs/operations.md."),
            (WebhookChannel.ChannelName, _) => new(
                "Messages to partners are not sent.", 1, since, "See channel-late and message-given-up in docs/operations.md."),
            (NetworkPagesChannel.ChannelName, _) => new(
                "The network pages are not put.", 1, since, "See channel-late and message-given-up in docs/operations.md."),
            (InboxChannel.ChannelName, _) => new(
                "A mailbox that notices come to cannot be read.", 1, since, "See inbox-fails in docs/operations.md."),
            _ => null,
        };
    }

    private async Task<IEnumerable<Standstill>> Notices(DateTimeOffset now, CancellationToken cancel)
    {
        var (count, since) = (0, (DateTimeOffset?)null);
        await foreach (var notice in notices.Due(now - StandstillLimits.Default.Notices, cancel))
            (count, since) = (count + 1, since is null || notice.DueAt < since ? notice.DueAt : since);
        return Of("Notices wait to be routed, committed or answered.", count, since);
    }

    private async Task<IEnumerable<Standstill>> Documents(DateTimeOffset now, CancellationToken cancel)
    {
        var due = await documents.Due(now - StandstillLimits.Default.Documents, cancel);
        var since = (DateTimeOffset?)null;
        foreach (var id in due.Take(MostDocuments))
            if (await documents.Find(id, cancel) is { DueAt: { } at } && !(since < at))
                since = at;
        return Of("Documents wait to be read or translated.", due.Count, since);
    }

    // A day long, unless a person has retried them before.
    private async Task<IEnumerable<Standstill>> SetAside(DateTimeOffset now, CancellationToken cancel)
    {
        var found = (await failures.List(MostFailures, cancel))
            .Where(f => f.Queue == OutboxSender.ChannelName && f.RetriedAt is null && now - f.FailedAt < OneDay).ToList();
        return found.Count == 0
            ? []
            :
            [
                new(
                    "Mails were set aside, or wait since the process ended with them.",
                    found.Count,
                    found.Min(f => f.FailedAt),
                    "GET /api/failures names them: mend that, retry them."),
            ];
    }

    private static IEnumerable<Standstill> Of(string what, int count, DateTimeOffset? since) => count == 0
        ? []
        : [new(what, count, since, "See sweep-stopped and message-given-up in docs/operations.md.")];

    private sealed record Seen(DateTimeOffset At, IReadOnlyList<Standstill> Found);
}
