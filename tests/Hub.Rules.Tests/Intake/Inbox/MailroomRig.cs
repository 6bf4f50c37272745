using Hub.Delivery.Bounces;
using Hub.Delivery.Mail;
using Hub.Intake.Files.Reading;
using Hub.Intake.Inbox;
using Hub.Intake.Mails;
using Hub.Intake.Mails.Parsing;
using Hub.Intake.Mails.Reports;
using Hub.Intake.Submissions;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Notices.Flow;
using Hub.Notices.Recipients;
using Hub.Pages.Answers;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Intake.Inbox;

/// <summary>The whole way of a mail, on stores in memory, any of which may be the last thing that the process did.</summary>
internal sealed class MailroomRig : ISubscriberStore, IReportReader, IMailParser
{
    public const string Inbox = "notices@hub.example";
    public const string Mission = "vienna@mission.example";
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private readonly MemoryRegister _register = new();
    private readonly SendingPace _pace;

    public MailroomRig(SendingPace? pace = null)
    {
        _pace = pace ?? SendingPace.Exchange;
        Mailbox = new(Clock);
        var (notices, mails, inboxes) = (Hazard.On<INoticeStore>(Notices), Hazard.On<IMailStore>(Mails), Hazard.On<IInboxStore>(Mails));
        var (originals, inbox) = (Hazard.On<IOriginalStore>(Originals), Hazard.On<IInbox>(Mailbox));
        var settings = new DocumentSettings();
        var desk = new NoticeDesk(notices, _register, new(new MemoryFiles(), settings, Clock), Sample.Data, new(_ => false), Ids, Clock);
        var intake = new NoticeIntake(
            notices, originals, new(new MemoryFiles(), new MemoryWorks(), new FileReader(), settings, Clock), new FileReader(), _register,
            Sample.Data, Ids, Clock);
        Subscriptions = new(inboxes, inbox, Settings, Ids, Clock);
        var readers = new ReaderDesk(_register, this, new MemoryChoices(), Clock);
        var bounces = new BounceDesk(readers, new MemoryDeliveries(), new(new MemoryAddresses(), Clock), Clock);
        Answers = new AnswerDesk(
            mails, notices, new AnswerWriter(new(Inbox)), Hazard.On<IAnswerSender>(Mailbox), new(mails, Settings, Clock),
            new(_ => false), Settings, Clock);
        var keeper = new MailKeeper(inbox, mails, originals, Clock);
        var settling = new MailSettling(
            keeper, new(this, new(Files), new(Sample.Data)),
            new(new(intake, desk, notices, mails, Sample.Data.States), this, bounces, mails, Clock), mails, new(Failures, Ids, Clock), new(_ => false),
            Settings, Clock);
        var work = new InboxWork(inbox, keeper, settling, Answers, mails, new(this, _register, Settings, Clock), Clock);
        Runner = new(inboxes, inbox, Subscriptions, work, Settings, Ids, Clock);
        Decisions = new(Notices, _register, desk, Sample.Data, Clock);
        Held = new(Mails, Sample.Data.States, Clock);
    }

    /// <summary>In the subject of a mail whose reader throws.</summary>
    public const string Poison = "poison";

    /// <summary>In the subject of a mail whose reader ends the process.</summary>
    public const string Killer = "killer";

    /// <summary>The subject of a mail whose reader waits until the test lets it go on.</summary>
    public const string Slow = "slow";

    private readonly TaskCompletionSource _reading = new();

    public Hazard Hazard { get; } = new();

    /// <summary>Until when a run has the mailbox for itself.</summary>
    public async Task<DateTimeOffset?> LeasedUntil() => (await ((IInboxStore)Mails).Find(Inbox, default)).LeasedUntil;

    /// <summary>Ends when the reader of a slow mail has begun.</summary>
    public Task Reading => _reading.Task;

    public TaskCompletionSource GoOn { get; } = new();

    /// <summary>The subjects of the mails that were read, each as often as it was.</summary>
    public List<string> Reads { get; } = [];

    public MemoryFailures Failures { get; } = new();

    public CountingReader Files { get; } = new();

    public ManualClock Clock { get; } = new();

    public FixedIdentifiers Ids { get; } = new();

    public MemoryNotices Notices { get; } = new();

    public MemoryMails Mails { get; } = new();

    public MemoryOriginals Originals { get; } = new();

    public MemoryMailbox Mailbox { get; }

    public InboxRunner Runner { get; }

    public InboxSubscriptions Subscriptions { get; }

    public Decisions Decisions { get; }

    public MailDecisions Held { get; }

    public AnswerDesk Answers { get; }

    private MailroomSettings Settings => new(
        new Dictionary<string, SendingPace> { [Inbox] = _pace }, ["mx.hub.example"], ["hub.example"], [Inbox],
        new("https://hub.example/api/mailbox/notifications"), RetryPolicy.OwnServices, Lease, 1);

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

        The Permanent Mission of Arvenia presents its compliments to the Office and has the honour to inform it that its authority has changed.
        """;

    /// <summary>Runs the mailbox as wake-ups would: again after each crash, and until nothing is left to do.</summary>
    public async Task RunToTheEnd(int most = 40)
    {
        for (var i = 0; i < most; i++)
        {
            var before = Hazard.Count;
            try
            {
                await Runner.Run(Inbox, default);
            }
            catch (CrashException)
            {
                // Its lease runs out.
                Hazard.Revive();
            }
            Clock.Advance(Lease + TimeSpan.FromSeconds(5));
            if (Mails.All.All(m => m.DueAt is null) && Mails.Answers.All(a => a.DueAt is null) && i > 1 && Hazard.Count - before < 20)
                return;
        }
    }

    public Task<IReadOnlyList<Reader>> List(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Reader>>(
            [new("mission-XAA", Sample.State, Mission, Language.English, "Permanent Mission of Arvenia", 0)]);

    public Task Save(Reader reader, CancellationToken cancel) => throw new NotSupportedException();

    public Task<DeliveryReport?> Read(ReadOnlyMemory<byte> mime, CancellationToken cancel) => Task.FromResult<DeliveryReport?>(null);

    public async Task<ReceivedMail> Parse(ReadOnlyMemory<byte> mime, CancellationToken cancel)
    {
        var mail = MailParser.Parse(mime);
        // What does harm is in the text, not in the head.
        if (string.IsNullOrWhiteSpace(mail.Text))
            return mail;
        Reads.Add(mail.Subject);
        if (mail.Subject.Contains(Killer, StringComparison.Ordinal))
            Hazard.Kill();
        if (mail.Subject.Contains(Slow, StringComparison.Ordinal))
        {
            _reading.TrySetResult();
            await GoOn.Task;
        }
        return mail.Subject.Contains(Poison, StringComparison.Ordinal) ? throw new InvalidOperationException("It breaks its reader.")
            : mail;
    }
}
