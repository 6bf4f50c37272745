using System.Diagnostics.CodeAnalysis;
using Hub.Delivery.Bounces;
using Hub.Delivery.Mail;
using Hub.Delivery.Outbox;
using Hub.Delivery.Questions;
using Hub.Delivery.Webhooks.Partners;
using Hub.InMemory;
using Hub.Intake.Inbox;
using Hub.Intake.Inbox.Replies;
using Hub.Notices.Access;
using Hub.Notices.AccessLinks;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Notices.SigningIn;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Rules.Tests.Intake.Inbox;
using Hub.Work.Queues;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Mail;

/// <summary>Mailboxes that send, whom they send to, and all that is between.</summary>
internal sealed class MailRig : SendingMailboxes, IWakeUpSender
{
    private readonly MemoryCursors _cursors;
    private readonly MemoryChoices _choices = new();
    private readonly MemoryDeliveries _deliveries = new();

    public MailRig(params Authority[] authorities)
    {
        Register = new(authorities);
        Cursors = new();
        _choices.Hazard = Outbox.Hazard = () => Hazard();
    }

    public MemoryRegister Register { get; init; }

    public MemoryAddresses Addresses { get; } = new();

    public MemorySubscribers Subscribers { get; } = new();

    public SendingPace Pace { get; init; } = SendingPace.Exchange;

    public SendingQuota Quota { get; init; } = SendingQuota.Exchange;

    /// <summary>What a run waits for; none as a rule, so that each step shows.</summary>
    public TimeSpan ShortWait { get; init; }

    public MailSettings Settings =>
        new(Pace, Quota, RetryPolicy.OwnServices, TimeSpan.FromMinutes(5), DigestTimes.Morning) { Ahead = ShortWait };

    public List<Attempt> Attempts => _deliveries.All;

    public AccessLinkService Links => new(new FixedAccessLinkKey(), new(new("https://hub.example/")), Clock);

    public MemoryLinkChecks LinkChecks { get; } = new();

    private RecipientLinkMaker Own => new(Links, new(LinkChecks, Register, Clock));

    public RecipientDirectory Desk => new(Register, Subscribers, _choices, Clock);

    public MemoryOutbox Outbox { get; } = new();

    public SenderAssignment Senders { get; private set; } = new([]);

    /// <summary>Through which the rest of the hub asks for mails.</summary>
    public OutboxService Asked => new(Outbox, Senders, this, Clock);

    public MemorySignInAsks Asks { get; } = new();

    public AddressHolders Holders => new(Desk, Endpoints);

    public SignInAsks SignIns => new(Asks, new(new FixedAccessLinkKey()), Holders, Asked, Clock);

    public VisitorSessions Visitors(ISessionStore sessions) => new(sessions, Holders, new FixedAccessLinkKey(), Clock);

    public MemoryNotices Notices { get; init; } = new();

    public MemoryMails Inbound { get; } = new();

    public MemoryEndpoints Endpoints { get; init; } = new();

    public MemoryFailures Failures { get; } = new();

    public Resends Resends => new(Asked, Book, Clock);

    public AccessLinkRenewal Renewal => new(Desk, _choices, Asked, Clock);

    public BouncingAddresses Book => new(Addresses, Clock);

    public BounceHandler Bounces => new(Desk, _deliveries, Book, Clock);

    public MailDeliveries Deliveries => new(Desk, _deliveries, _cursors, Outbox, Settings, Clock);

    public static MailroomSettings Mailroom => new(
        ["mailbox"], [], [], [], new("https://hub.example/"), RetryPolicy.OwnServices, 1);

    /// <summary>Who writes the mails.</summary>
    public PlainMails Writer { get; } = new();

    /// <summary>The mailboxes that were woken.</summary>
    public List<string> Woken { get; } = [];

    public MemoryCursors Cursors
    {
        get => _cursors;
        [MemberNotNull(nameof(_cursors))]
        init
        {
            _cursors = value;
            _cursors.BeforeSave = _cursors.AfterSave = () => Hazard();
            Staff("mailbox");
        }
    }

    /// <summary>The cursor of a mailbox.</summary>
    public Cursor Cursor => _cursors[OutboxSender.ChannelName, "mailbox"];

    /// <summary>The last event that is in the outbox.</summary>
    public long Enqueued => _cursors[MailChannel.ChannelName, MailChannel.CursorName].Position;

    public int RecipientCount => Subscribers.All.Count;

    /// <summary>A recipient is one no more.</summary>
    public void Leave(string id) => Subscribers.Remove(id);

    /// <summary>A recipient has another address from now on.</summary>
    public void Move(string id, string address) => Subscribers.Put(Subscribers[id] with { Address = address });

    public void Add(Recipient recipient) => Subscribers.Put(recipient);

    public void Subscribe(string id) =>
        Subscribers.Put(new Recipient(id, Sample.OtherState, $"{id}@mission.example", Language.French, id, Register.Now.Head.Sequence));

    /// <summary>One event more; the head.</summary>
    public long Grown()
    {
        Register.Grow();
        return Register.Now.Head.Sequence;
    }

    /// <summary>Lets these mailboxes send from now on.</summary>
    public void Staff(params string[] mailboxes)
    {
        Senders = new(mailboxes);
        new MailCursors(_cursors).Create(mailboxes, default).GetAwaiter().GetResult();
    }

    /// <summary>A recipient chooses.</summary>
    public void Choose(string recipient, Cadence cadence, StateCode[]? states = null, Matter[]? matters = null) =>
        Desk.Choose(recipient, new(cadence, states ?? [], matters ?? []), default).GetAwaiter().GetResult();

    /// <summary>Puts what is new in the outbox, then lets a mailbox send.</summary>
    public async Task<RunResult?> Run(string mailbox = "mailbox") => await Enqueue() is null ? null : await Send(mailbox);

    public Task<RunResult?> Enqueue() =>
        Run(new MailChannel(Outbox, Recipients, Senders, this, Settings, Clock), MailChannel.CursorName);

    public Task<RunResult?> Send(string mailbox = "mailbox")
    {
        IMailComposer[] composers =
        [
            new ChangesComposer(Writer, Own), new QuestionComposer(Writer, Own, Links, Register, Notices, Clock),
            new ReplyComposer(Inbound, Notices, Writer, new(Inbound, Mailroom, Clock), Clock),
            new SignInComposer(Writer, Asks, Holders, new(new FixedAccessLinkKey()), new(new("https://hub.example/")), Clock),
            new PartnerComposer(
                Writer,
                Endpoints,
                Endpoints,
                _cursors,
                Register,
                Notices,
                new(Notices, Register, Sample.Data, Clock),
                new(new FixedAccessLinkKey())),
        ];
        var failures = new OutboxFailures(
            Outbox,
            _deliveries,
            new(Failures, new FixedIdentifiers(), Clock),
            new(_ => false),
            Settings,
            Clock);
        var queue = new OutboxQueue(Outbox, Senders, composers, Recipients, Register, Settings, Clock);
        return Run(new OutboxSender(Outbox, queue, new(Outbox, this, _deliveries, Clock), failures, Settings, Clock), mailbox);
    }

    /// <summary>Runs until all is sent, waiting as told.</summary>
    public async Task Finish()
    {
        CrashAt = 0;
        for (var i = 0; i < 1000 && (Enqueued < Register.Now.Head.Sequence || Outbox.Open.Any()); i++)
        {
            var log = _cursors[MailChannel.ChannelName, MailChannel.CursorName];
            var (at, next) = log.Position < Register.Now.Head.Sequence
                ? (FreeAt(log, Clock.Now), log)
                : Outbox.Open.Select(m => (m, c: _cursors[OutboxSender.ChannelName, Senders.Of(m)]))
                    .Select(w => (FreeAt(w.c, w.m.DueAt!.Value), w.c)).MinBy(w => w.Item1);
            Clock.Now = at > Clock.Now ? at : Clock.Now;
            await (next.Channel == MailChannel.ChannelName ? Enqueue() : Send(next.Name));
        }
        Assert.Equal(Register.Now.Head.Sequence, Enqueued);
        Assert.Empty(Outbox.Open);
    }

    /// <summary>Every recipient was told of every event after it joined, once, in mails of which each id went once (I4).</summary>
    public void AssertEverybodyWasToldOnce(bool inOrder = true)
    {
        Assert.Equal(Sent.Count, Sent.Select(s => s.Message.Id).Distinct().Count());
        foreach (var recipient in Subscribers.All)
        {
            var told = Sent.Where(s => s.Message.To == recipient.Address && MailMessage.RangeOf(s.Message.Id)?.Before == recipient.Id)
                .SelectMany(s => s.Message.Text.Split(',')).Select(long.Parse);
            Assert.Equal(
                Register.Log.Where(MailPolicy.IsMailed).Select(e => e.Sequence).Where(s => s > recipient.Since),
                inOrder ? told : told.Order());
        }
    }

    Task<bool> IWakeUpSender.Send(WakeUps wakeUps)
    {
        Woken.AddRange(wakeUps.Mail);
        return Task.FromResult(true);
    }

    private static DateTimeOffset FreeAt(Cursor cursor, DateTimeOffset due) =>
        new[] { due, cursor.DueAt ?? due, cursor.LeasedUntil ?? due }.Max();

    private RecipientProfiles Recipients => new(Register, Subscribers, _choices, Book, Clock);

    private async Task<RunResult?> Run(IChannel channel, string name)
    {
        try
        {
            return await new CursorRunner(
                _cursors, Register, new(Failures, new FixedIdentifiers(), Clock), new FixedIdentifiers(), Clock) { ShortWait = ShortWait }
                .Run(channel, name, default);
        }
        catch (CrashException)
        {
            // The process is gone; the next run finds what it left.
            return null;
        }
    }
}
