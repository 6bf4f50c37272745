using System.Text;
using Hub.Intake.Inbox;
using Hub.Notices.Outbox;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Intake.Inbox;

/// <summary>A mailbox in memory: what came in, where it lies, what was drafted, what was sent.</summary>
internal sealed class MemoryMailbox(TimeProvider clock) : IInbox, IMailSender
{
    private const int PageSize = 2;
    private readonly List<(string Id, string Mime, DateTimeOffset At)> _messages = [];
    private readonly Dictionary<string, MailMessage> _drafts = [];
    private int _generation;

    /// <summary>Where each message lies; the inbox where it is not here.</summary>
    public Dictionary<string, string> Folders { get; } = [];

    public List<(string Message, MailMessage Answer)> Sent { get; } = [];

    public Dictionary<string, string> Answered { get; } = [];

    /// <summary>The Message-ID of the last answer that went.</summary>
    public string? LastMessageId { get; private set; }

    public List<InboxSubscription> Subscribed { get; } = [];

    /// <summary>What the mailbox cannot do, by what it is asked.</summary>
    public Func<string, Step.Failed?> Fails { get; set; } = _ => null;

    /// <summary>The answers that cannot be made: an exception each time.</summary>
    public Func<MailMessage, bool> Breaks { get; set; } = _ => false;

    public string Arrive(string mime, string? id = null)
    {
        id ??= $"message-{_messages.Count + 1}";
        _messages.Add((id, mime.ReplaceLineEndings("\r\n"), clock.GetUtcNow()));
        return id;
    }

    /// <summary>The mailbox does not know any place in its list any more.</summary>
    public void Forget() => _generation++;

    public Task<InboxPage?> Read(string mailbox, string? link, CancellationToken cancel)
    {
        Check("read");
        var place = link?.Split('/');
        if (place is not null && place[0] != $"{_generation}")
            return Task.FromResult<InboxPage?>(null);
        var from = place is null ? 0 : int.Parse(place[1], System.Globalization.CultureInfo.InvariantCulture);
        var page = _messages.Skip(from).Take(PageSize).ToList();
        var arrivals = page.Where(m => !Folders.ContainsKey(m.Id)).Select(m => new InboundMail(m.Id, null, m.At));
        return Task.FromResult<InboxPage?>(new([.. arrivals], $"{_generation}/{from + page.Count}", from + page.Count == _messages.Count));
    }

    public Task<ReadOnlyMemory<byte>?> Original(string mailbox, string message, CancellationToken cancel)
    {
        Check("original");
        return Task.FromResult<ReadOnlyMemory<byte>?>(Encoding.UTF8.GetBytes(_messages.Single(m => m.Id == message).Mime));
    }

    public Task Move(string mailbox, string message, string folder, CancellationToken cancel)
    {
        Check("move");
        Folders[message] = folder;
        return Task.CompletedTask;
    }

    public Task<string> Folder(string mailbox, string name, CancellationToken cancel) => Task.FromResult(name);

    public Task<string> Subscribe(InboxSubscription subscription, Uri notifications, DateTimeOffset until, CancellationToken cancel)
    {
        Check("subscribe");
        Subscribed.Add(subscription);
        return Task.FromResult(subscription.Id ?? $"subscription-{Subscribed.Count}");
    }

    public Task<(MailDraft? Draft, Step.Failed? Failed)> Draft(
        string mailbox, MailMessage answer, bool inDoubt, CancellationToken cancel)
    {
        if (Fails("draft") is { } failed)
            return Task.FromResult<(MailDraft?, Step.Failed?)>((null, failed));
        if (Breaks(answer))
            throw new InvalidOperationException("It cannot be made.");
        var id = inDoubt ? _drafts.FirstOrDefault(d => d.Value.Id == answer.Id).Key : null;
        id ??= $"draft-{Answered.Count + 1}";
        _drafts.TryAdd(id, answer);
        Answered[id] = answer.Answers!;
        return Task.FromResult<(MailDraft?, Step.Failed?)>((new(id, $"<{id}@hub.example>"), null));
    }

    public Task<Step.Failed?> Send(string mailbox, string draft, bool inDoubt, CancellationToken cancel)
    {
        if (Fails("send") is { } failed)
            return Task.FromResult<Step.Failed?>(failed);
        if (_drafts.Remove(draft, out var answer))
        {
            Sent.Add((Answered[draft], answer));
            LastMessageId = $"<{draft}@hub.example>";
        }
        else if (!inDoubt)
            throw new InvalidOperationException($"{draft} was sent before.");
        return Task.FromResult<Step.Failed?>(null);
    }

    private void Check(string what)
    {
        if (Fails(what) is { } failed)
            throw new MailboxException(failed);
    }
}
