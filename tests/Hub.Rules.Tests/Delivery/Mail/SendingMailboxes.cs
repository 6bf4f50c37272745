using System.Globalization;
using Hub.Notices.Outbox;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Intake.Inbox;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Mail;

/// <summary>Mailboxes that remember what they sent, and a place to crash before and after everything that lasts.</summary>
internal abstract class SendingMailboxes : IMailSender
{
    private readonly List<MailMessage> _drafts = [];

    public ManualClock Clock { get; init; } = new();

    public List<(MailMessage Message, DateTimeOffset At)> Sent { get; } = [];

    /// <summary>The mailboxes of <see cref="Sent"/>.</summary>
    public List<string> SentFrom { get; } = [];

    public IEnumerable<string> MailsFrom(string mailbox) =>
        Sent.Zip(SentFrom).Where(s => s.Second == mailbox).Select(s => s.First.Message.Text);

    public IEnumerable<string> Mails => Sent.Select(s => $"{s.Message.To} {s.Message.Text}");

    /// <summary>What the mailbox answers before it sends: by address.</summary>
    public Func<string, Step.Failed?> Answer { get; set; } = _ => null;

    /// <summary>Whether the mailbox lists the drafts it has, when it is asked for one of a mail's id.</summary>
    public bool Lists { get; init; } = true;

    /// <summary>What the mailbox was asked for, and whether it was in doubt.</summary>
    public List<(string Step, bool InDoubt)> Calls { get; } = [];

    public Action<MailMessage> AfterSending { get; set; } = _ => { };

    /// <summary>The number of the lasting thing at which the process dies; 0 for never.</summary>
    public int CrashAt { get; set; }

    /// <summary>What others do while the process stands still at that lasting thing, in place of dying.</summary>
    public Action? Meanwhile { get; set; }

    public Task<(MailDraft? Draft, Step.Failed? Failed)> Draft(string mailbox, MailMessage message, bool inDoubt, CancellationToken cancel)
    {
        Calls.Add(("draft", inDoubt));
        Hazard();
        if (Answer(message.To) is { } failed)
            return Task.FromResult<(MailDraft?, Step.Failed?)>((null, failed));
        var found = inDoubt && Lists ? _drafts.FindIndex(d => d.Id == message.Id) : -1;
        if (found < 0)
            _drafts.Add(message);
        var draft = found < 0 ? _drafts.Count - 1 : found;
        Hazard();
        return Task.FromResult<(MailDraft?, Step.Failed?)>((new($"{draft}", $"<draft-{draft}@hub.example>"), null));
    }

    public Task<Step.Failed?> Send(string mailbox, string draft, bool inDoubt, CancellationToken cancel)
    {
        Calls.Add(("send", inDoubt));
        Hazard();
        var message = _drafts[int.Parse(draft, CultureInfo.InvariantCulture)];
        if (Answer(message.To) is { } failed)
            return Task.FromResult<Step.Failed?>(failed);
        // The mailbox sends a draft once, whoever asks.
        if (Sent.All(s => !ReferenceEquals(s.Message, message)))
        {
            Sent.Add((message, Clock.Now));
            SentFrom.Add(mailbox);
            AfterSending(message);
        }
        Hazard();
        return Task.FromResult<Step.Failed?>(null);
    }

    private protected void Hazard()
    {
        if (CrashAt <= 0 || --CrashAt > 0)
            return;
        if (Meanwhile is not { } others)
            throw new CrashException();
        Meanwhile = null;
        others();
    }
}
