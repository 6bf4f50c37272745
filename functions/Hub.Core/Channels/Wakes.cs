using Hub.Core.Channels.Links;
using Hub.Core.Channels.Mail;
using Hub.Core.Channels.Mail.Errands;
using Hub.Core.Channels.Webhooks;
using Hub.Core.Documents.Translation;
using Hub.Core.Notices;
using Hub.Core.Register;

namespace Hub.Core.Channels;

/// <summary>What has something to do: the notices and cursors to wake. A wake-up carries a name, never content.</summary>
/// <param name="Notices">Ids of notices.</param>
/// <param name="Mail">Sender mailboxes.</param>
/// <param name="Webhooks">Endpoints.</param>
/// <param name="Links">The pages.</param>
public sealed record Wakes(
    IReadOnlyList<string> Notices, IReadOnlyList<string> Mail, IReadOnlyList<string> Webhooks, IReadOnlyList<string> Links)
{
    /// <summary>Editions to publish.</summary>
    public IReadOnlyList<string> Editions { get; init; } = [];

    /// <summary>Work on documents.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>The mailbox that notices come to.</summary>
    public IReadOnlyList<string> Mailbox { get; init; } = [];

    /// <summary>Nothing.</summary>
    public static Wakes None { get; } = new([], [], [], []);
}

/// <summary>Finds what has something to do. A lost wake-up is made up by the next sweep: this reads the truth each time.</summary>
public sealed class WakeFinder(
    ICursorStore cursors, IErrandStore errands, INoticeStore notices, IDocumentWorkStore documents, IRegisterStore register,
    TimeProvider clock)
{
    /// <summary>What is due so soon is woken now: the run waits for it (<see cref="CursorRunner.ShortWait"/>).</summary>
    public TimeSpan Ahead { get; init; }

    /// <summary>Everything due: notices whose time has come, and cursors behind the log.</summary>
    public async Task<Wakes> Everything(CancellationToken cancel)
    {
        var due = new List<string>();
        await foreach (var notice in notices.Due(clock.GetUtcNow(), cancel))
            due.Add(notice.Id);
        var head = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence;
        return await Cursors(head, cancel) with { Notices = due, Documents = await documents.Due(clock.GetUtcNow(), cancel) };
    }

    /// <summary>The cursors behind an event that was just committed.</summary>
    public async Task<Wakes> Cursors(long head, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var waiting = (await errands.List(cancel)).Select(e => e.Mailbox).ToHashSet();
        var behind = (await cursors.All(cancel))
            .Where(c => c.HasWork(head, now, Ahead)
                || (c.Channel == MailChannel.ChannelName && waiting.Contains(c.Name) && c.IsOpen(now + Ahead)))
            .ToLookup(c => c.Channel, c => c.Name);
        return new(
            [], [.. behind[MailChannel.ChannelName]], [.. behind[WebhookChannel.ChannelName]], [.. behind[LinksChannel.ChannelName]]);
    }
}
