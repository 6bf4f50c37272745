using Hub.Delivery.Bounces;
using Hub.Delivery.Outbox;
using Hub.InMemory;
using Hub.Intake.Files.Reading;
using Hub.Intake.Inbox;
using Hub.Intake.Inbox.ByHand;
using Hub.Intake.Inbox.Channel;
using Hub.Intake.Inbox.Replies;
using Hub.Intake.Mails;
using Hub.Intake.Mails.Parsing;
using Hub.Intake.Mails.Reports;
using Hub.Intake.Submissions;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Notices.Flow;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Pages.Replies;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Work.Queues;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Intake.Inbox;

/// <summary>The whole way of a mail, on stores in memory, any of which may be the last thing that the process did.</summary>
internal sealed class MailroomRig : ISubscriberStore, IReportParser, IMailParser, IWakeUpSender
{
    public const string Inbox = "notices@hub.example";
    public const string Mission = "vienna@mission.example";

    /// <summary>A number that no mail brings.</summary>
    public const string Called = "+999 1 555 0199";

    public MemoryRegister Register => _register;

    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private readonly MemoryRegister _register = new();
    private readonly MemoryCursors _cursors = new();
    private readonly SendingPace _pace;
    private readonly OutboxSender _sender;
    private readonly InboxChannel _channel;

    public MailroomRig(SendingPace? pace = null)
    {
        _pace = pace ?? SendingPace.Exchange;
        _cursors.Put(new() { Channel = OutboxSender.ChannelName, Name = Inbox });
        _cursors.Put(new() { Channel = InboxChannel.ChannelName, Name = Inbox });
        Mailbox = new(Clock);
        var (notices, mails) = (Hazard.On<INoticeStore>(Notices), Hazard.On<IMailStore>(Mails));
        var (originals, inbox) = (Hazard.On<IOriginalStore>(Originals), Hazard.On<IInbox>(Mailbox));
        var settings = new DocumentSettings();
        var desk = new NoticeFlow(
            notices, _register, new MemorySubscribers(), new(new MemoryFiles(), settings, Clock), Sample.Data, new(_ => false), Ids, Clock);
        var intake = new NoticeIntake(
            notices, originals, new(new MemoryFiles(), new MemoryWorks(), new FileReader(), settings, Clock), new FileReader(), _register,
            Sample.Data, Ids, Clock);
        Subscriptions = new(Hazard.On<IInboxSubscriptionStore>(Mails), inbox, Settings, Ids, Clock);
        var recipients = new RecipientDirectory(_register, this, new MemoryChoices(), Clock);
        var bounces = new BounceHandler(recipients, new MemoryDeliveries(), new(new MemoryAddresses(), Clock), Clock);
        var (outbox, asked) = (Hazard.On<IOutboxStore>(Outbox), Hazard.On<IOutbox>(Outbox));
        News = new(notices, mails, outbox, asked, Clock);
        _sender = Sender(outbox, new ReplyComposer(mails, notices, new ReplyWriter(new(Inbox)), new(mails, Settings, Clock), Clock));
        var keeper = new MailArchive(inbox, mails, originals, Clock);
        var settling = new MailProcessing(
            keeper,
            new(this, new(Files), new(Sample.Data)),
            new(new(intake, desk, notices, mails, Sample.Data.States), this, bounces, mails, asked, Clock),
            mails,
            asked,
            new(Failures, Ids, Clock),
            new(_ => false),
            Settings,
            Clock);
        var known = new CorrespondentList(this, _register, Settings, Clock);
        var work = new InboxWork(inbox, keeper, settling, News, mails, known, Clock);
        Drafts = new(keeper, new(this, new(Files), new(Sample.Data)), known);
        _channel = new(inbox, Subscriptions, work, this, Settings, Clock);
        Decisions = new(Notices, _register, desk, Sample.Data, Clock);
        Held = new(Mails, new(new(_register), keeper, this, Files), Sample.Data.States, Clock);
        Entered = new(intake, desk, mails, keeper, this, asked, Clock);
    }

    /// <summary>In the subject of a mail whose recipient throws.</summary>
    public const string Poison = "poison";

    /// <summary>In the subject of a mail whose recipient ends the process.</summary>
    public const string Killer = "killer";

    /// <summary>How often it still does.</summary>
    public int Kills { get; set; } = int.MaxValue;

    /// <summary>The subject of a mail whose recipient waits until the test lets it go on.</summary>
    public const string Slow = "slow";

    private readonly TaskCompletionSource _reading = new();

    public Hazard Hazard { get; } = new();

    /// <summary>Until when a run has the mailbox for itself.</summary>
    public DateTimeOffset? LeasedUntil => Cursor.LeasedUntil;

    /// <summary>Where the mailbox stands.</summary>
    public Cursor Cursor
    {
        get => _cursors[InboxChannel.ChannelName, Inbox];
        set => _cursors.Put(value);
    }

    public InboxWatch Watch => new(_cursors, Mails, Notices, Settings, Clock);

    /// <summary>The notices that somebody was woken for.</summary>
    public List<string> Woken { get; } = [];

    /// <summary>Ends when the recipient of a slow mail has begun.</summary>
    public Task Reading => _reading.Task;

    public TaskCompletionSource GoOn { get; } = new();

    /// <summary>The subjects of the mails that were read, each as often as it was.</summary>
    public List<string> Reads { get; } = [];

    public MemoryFailures Failures { get; } = new();

    public CountingFileReader Files { get; } = new();

    public ManualClock Clock { get; } = new();

    public FixedIdentifiers Ids { get; } = new();

    public MemoryNotices Notices { get; } = new();

    public MemoryMails Mails { get; } = new();

    public MemoryOriginals Originals { get; } = new();

    public MemoryMailbox Mailbox { get; }

    public InboxSubscriptions Subscriptions { get; }

    public Decisions Decisions { get; }

    public MailDecisions Held { get; }

    public MailDrafts Drafts { get; }

    public EnteredNotices Entered { get; }

    public MemoryOutbox Outbox { get; } = new();

    public NoticeNews News { get; }

    public static MailroomSettings Settings => new(
        [Inbox], ["mx.hub.example"], ["hub.example"], [Inbox],
        new("https://hub.example/api/mailbox/notifications"), RetryPolicy.OwnServices, 1);

    public static string Mail(string subject, string body, string from = Mission, string headers = "", string verdict = "pass") => $"""
        Authentication-Results: mx.hub.example; dmarc={verdict} header.from={from.Split('@')[^1]}
        From: {from}
        To: {Inbox}
        Subject: {subject}
        Message-ID: <{subject.GetHashCode(StringComparison.Ordinal):x}@{from.Split('@')[^1]}>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        {headers}

        {body}
        """.Replace("\n\n\n", "\n\n", StringComparison.Ordinal);

    public static string Note(string reference) => $"""
        Ref. {reference}

        The Permanent Mission of Arvenia presents its compliments to the Office and has the honour to inform it that the Office
        of Legal Cooperation has been designated as central authority under article 18 of the Geneva Convention.
        """;

    /// <summary>Reads the mailbox once, as a wake-up would have it read.</summary>
    public Task<RunResult> Read(string mailbox = Inbox) => Runner().Run(_channel, mailbox, default);

    /// <summary>Sends what is asked for by now.</summary>
    public Task<RunResult> Send() => Runner().Run(_sender, Inbox, default);

    Task<bool> IWakeUpSender.Send(WakeUps wakeUps)
    {
        Woken.AddRange(wakeUps.Notices);
        return Task.FromResult(true);
    }

    /// <summary>Runs the mailbox as wake-ups would: again after each crash, and until nothing is left to do.</summary>
    public async Task RunToTheEnd(int most = 40)
    {
        for (var i = 0; i < most; i++)
        {
            var before = Hazard.Count;
            try
            {
                await Read();
                await Send();
            }
            catch (CrashException)
            {
                // Its lease runs out.
                Hazard.Revive();
            }
            Clock.Advance(Lease + TimeSpan.FromSeconds(5));
            // What waits for another attempt is waited for where nothing else is to do.
            var due = Mails.All.Select(m => m.DueAt).OfType<DateTimeOffset>().DefaultIfEmpty().Min();
            if (due > Clock.Now && !Outbox.Open.Any())
                Clock.Advance(due - Clock.Now);
            if (Mails.All.All(m => m.DueAt is null) && !Outbox.Open.Any() && i > 1 && Hazard.Count - before < 40)
                return;
        }
    }

    private CursorRunner Runner() =>
        new(Hazard.On<ICursorStore>(_cursors), _register, new(Failures, Ids, Clock), Ids, Clock) { Lease = Lease };

    private OutboxSender Sender(IOutboxStore outbox, IMailComposer replies)
    {
        var settings = new MailSettings(
            _pace,
            SendingQuota.Exchange,
            RetryPolicy.OwnServices,
            TimeSpan.FromMinutes(5),
            DigestTimes.Morning);
        var recipients = new RecipientProfiles(_register, this, new MemoryChoices(), new(new MemoryAddresses(), Clock), Clock);
        var deliveries = new MemoryDeliveries();
        return new(
            outbox, new(outbox, new([Inbox]), [replies], recipients, _register, settings, Clock),
            new(outbox, Hazard.On<IMailSender>(Mailbox), deliveries, Clock),
            new(outbox, deliveries, new(Failures, Ids, Clock), new(_ => false), settings, Clock), settings, Clock);
    }

    /// <summary>Who set the mission's address; null where nobody kept that.</summary>
    public string? SetBy { get; init; }

    public Task<IReadOnlyList<Recipient>> List(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Recipient>>(
            [
                new("mission-XAA", Sample.State, Mission, Language.English, "Permanent Mission of Arvenia", 0)
                {
                    Setters = SetBy is { } person ? [new(person, Sample.Now, true)] : null,
                },
            ]);

    public Task<bool> Save(Recipient recipient, Recipient? before, CancellationToken cancel) => throw new NotSupportedException();

    public Task<DeliveryReport?> Read(ReadOnlyMemory<byte> mime, CancellationToken cancel) => Task.FromResult<DeliveryReport?>(null);

    public async Task<ParsedMail> Parse(ReadOnlyMemory<byte> mime, CancellationToken cancel)
    {
        var mail = MailParser.Parse(mime);
        // What does harm is in the text, not in the head.
        if (string.IsNullOrWhiteSpace(mail.Text))
            return mail;
        Reads.Add(mail.Subject);
        if (mail.Subject.Contains(Killer, StringComparison.Ordinal) && Kills-- > 0)
            Hazard.Kill();
        if (mail.Subject.Contains(Slow, StringComparison.Ordinal))
        {
            _reading.TrySetResult();
            await GoOn.Task;
        }
        return mail.Subject.Contains(Poison, StringComparison.Ordinal) ? throw new InvalidOperationException("It breaks its recipient.")
            : mail;
    }
}
