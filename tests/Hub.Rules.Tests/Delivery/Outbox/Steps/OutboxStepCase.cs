using Hub.Delivery.Outbox;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Rules.Tests.Delivery.Mail;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Outbox.Steps;

/// <summary>One step of a mailbox, with a mail of which each test says what is to be done about it.</summary>
public abstract class OutboxStepCase : IMailComposer
{
    private protected static readonly Cursor Cursor = new() { Channel = OutboxSender.ChannelName, Name = "mailbox", Position = 7, Work = "w" };
    private protected static readonly Step Moved = new Step.Moved(7, "w");
    private protected readonly MailRig _rig = new() { Pace = new(2, TimeSpan.FromMinutes(1)) };
    private protected readonly MemoryDeliveries _deliveries = new();
    private protected Func<OutboxMail, Composition> _composition;
    private protected bool _isOutage;
    private protected ChannelRun _run;

    private protected OutboxStepCase()
    {
        _composition = mail => Ready(Message(mail));
        _run = new(new(_rig.Register));
    }

    private protected DateTimeOffset Now => _rig.Clock.Now;

    private protected static OutboxMail Held => OutboxMails.HeldNotice("m", "XAA-1", Sample.Now, Sample.Now);

    private protected OutboxMail Row => _rig.Outbox[Held.Id];

    bool IMailComposer.Writes(OutboxKind kind) => true;

    Task<Composition> IMailComposer.Compose(OutboxMail mail, OutboxRun run, CancellationToken cancel) =>
        Task.FromResult(_composition(mail));

    private protected static Composition.Ready Ready(MailMessage? message) => new((_, _) => Task.FromResult(message));

    private protected static MailMessage Message(OutboxMail mail) => new(mail.MailId, "m@mission.example", "", "", "text");

    private protected async Task Add(OutboxMail mail) => Assert.True(await _rig.Outbox.Add(mail, default));

    private protected Task<Step> Step() => Sender().Advance(Cursor, _run, default);

    private protected OutboxSender Sender(MailRig? rig = null)
    {
        rig ??= _rig;
        var failures = new OutboxFailures(
            rig.Outbox, _deliveries, new(rig.Failures, new FixedIdentifiers(), rig.Clock), new(_ => _isOutage), rig.Settings, rig.Clock);
        var recipients = new RecipientProfiles(rig.Register, rig.Subscribers, new MemoryChoices(), rig.Book, rig.Clock);
        var queue = new OutboxQueue(rig.Outbox, rig.Senders, [this], recipients, rig.Register, rig.Settings, rig.Clock);
        return new(rig.Outbox, queue, new(rig.Outbox, rig, _deliveries, rig.Clock), failures, rig.Settings, rig.Clock);
    }
}
