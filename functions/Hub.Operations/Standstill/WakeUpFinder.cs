using Hub.Delivery.Mail;
using Hub.Delivery.Mail.Errands;
using Hub.Delivery.NetworkPages;
using Hub.Delivery.Webhooks;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Register.Log;
using Hub.Work.Queues;
using Hub.Work.Runner;

namespace Hub.Operations.Standstill;

/// <summary>Finds what has something to do. A lost wake-up is made up by the next sweep: this reads the truth each time.</summary>
public sealed class WakeUpFinder(
    ICursorStore cursors, IErrandStore errands, INoticeStore notices, IDocumentWorkStore documents, IRegisterStore register,
    TimeProvider clock)
{
    /// <summary>What is due so soon is woken now: the run waits for it (<see cref="CursorRunner.ShortWait"/>).</summary>
    public TimeSpan Ahead { get; init; }

    /// <summary>Everything due: notices whose time has come, and cursors behind the log.</summary>
    public async Task<WakeUps> Everything(CancellationToken cancel)
    {
        var due = new List<string>();
        await foreach (var notice in notices.Due(clock.GetUtcNow(), cancel))
            due.Add(notice.Id);
        var head = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence;
        return await Cursors(head, cancel) with { Notices = due, Documents = await documents.Due(clock.GetUtcNow(), cancel) };
    }

    /// <summary>The cursors behind an event that was just committed.</summary>
    public async Task<WakeUps> Cursors(long head, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var waiting = (await errands.List(cancel)).Select(e => e.Mailbox).ToHashSet();
        var behind = (await cursors.All(cancel))
            .Where(c => c.HasWork(head, now, Ahead)
                || (c.Channel == MailChannel.ChannelName && waiting.Contains(c.Name) && c.IsOpen(now + Ahead)))
            .ToLookup(c => c.Channel, c => c.Name);
        return new()
        {
            Mail = [.. behind[MailChannel.ChannelName]], Webhooks = [.. behind[WebhookChannel.ChannelName]],
            Links = [.. behind[LinksChannel.ChannelName]],
        };
    }
}
