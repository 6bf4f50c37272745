using Hub.Core.Channels.Links;
using Hub.Core.Channels.Mail;
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
public sealed record Wakes(IReadOnlyList<string> Notices, IReadOnlyList<string> Mail, IReadOnlyList<string> Webhooks, IReadOnlyList<string> Links)
{
    /// <summary>Work on documents.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];
}

/// <summary>Finds what has something to do. A lost wake-up is made up by the next sweep: this reads the truth each time.</summary>
public sealed class WakeFinder(
    ICursorStore cursors, INoticeStore notices, IDocumentWorkStore documents, IRegisterStore register, TimeProvider clock)
{
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
        var channels = await Task.WhenAll(
            new[] { MailChannel.ChannelName, WebhookChannel.ChannelName, LinksChannel.ChannelName }.Select(c => Behind(c, head, cancel)));
        return new([], channels[0], channels[1], channels[2]);
    }

    private async Task<IReadOnlyList<string>> Behind(string channel, long head, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return [.. (await cursors.List(channel, cancel)).Where(c => c.HasWork(head, now)).Select(c => c.Name)];
    }
}
