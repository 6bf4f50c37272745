using System.Globalization;
using Hub.Delivery.Bounces;
using Hub.Delivery.Mail;
using Hub.Delivery.Mail.Errands;
using Hub.Notices.AccessLinks;
using Hub.Notices.Recipients;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Mail;

/// <summary>A mailbox that remembers what it sent, its readers, and a place to crash before and after everything that lasts.</summary>
internal sealed class MailRig : ISubscriberStore, IMailSender
{
    private readonly List<Reader> _readers = [];
    private readonly List<MailMessage> _drafts = [];
    private readonly MemoryCursors _cursors = new();
    private readonly MemoryRoster _roster = new();
    private readonly MemoryChoices _choices = new();
    private readonly MemoryDeliveries _deliveries = new();

    public MailRig(params Authority[] authorities)
    {
        Register = new(authorities);
        _cursors.BeforeSave = _cursors.AfterSave = _roster.Hazard = _choices.Hazard = Errands.Hazard = () => Hazard();
        Staff("mailbox");
    }

    public MemoryRegister Register { get; }

    public MemoryAddresses Addresses { get; } = new();

    public ManualClock Clock { get; } = new();

    public SendingPace Pace { get; init; } = SendingPace.Exchange;

    public SendingQuota Quota { get; init; } = SendingQuota.Exchange;

    /// <summary>What a run waits for; none as a rule, so that each step shows.</summary>
    public TimeSpan ShortWait { get; init; }

    public MailSettings Settings => new(Pace, Quota, RetryPolicy.OwnServices, TimeSpan.FromMinutes(5), DigestTimes.Morning);

    public List<(MailMessage Message, DateTimeOffset At)> Sent { get; } = [];

    /// <summary>The mailboxes of <see cref="Sent"/>.</summary>
    public List<string> SentFrom { get; } = [];

    public List<Attempt> Attempts => _deliveries.All;

    /// <summary>What the mailbox answers before it sends: by address.</summary>
    public Func<string, Step.Failed?> Answer { get; set; } = _ => null;

    /// <summary>Whether the mailbox lists the drafts it has, when it is asked for one of a mail's id.</summary>
    public bool Lists { get; init; } = true;

    public Action<MailMessage> AfterSending { get; set; } = _ => { };

    /// <summary>The number of the lasting thing at which the process dies; 0 for never.</summary>
    public int CrashAt { get; set; }

    public PersonalLinks Links => new(new FixedLinkKey(), new(new("https://hub.example/")), Clock);

    public ReaderDesk Desk => new(Register, this, _choices, Clock);

    public MemoryErrands Errands { get; } = new();

    public MemoryNotices Notices { get; init; } = new();

    public ErrandDesk ErrandDesk => new(Errands, _roster, Book, Clock);

    public LinkRenewal Renewal => new(Desk, _choices, _roster, Links, Writer, this, Clock);

    public BounceBook Book => new(Addresses, Clock);

    public BounceDesk Bounces => new(Desk, _deliveries, Book, Clock);

    public MailDeliveries Deliveries => new(Desk, _deliveries, _cursors, Errands, Settings, Clock);

    /// <summary>Who writes the mails.</summary>
    public PlainMails Writer { get; } = new();

    public IReadOnlyList<Cursor> Cursors => _cursors.Of(MailChannel.ChannelName, default).Result;

    public Cursor Cursor => _cursors[MailChannel.ChannelName, "mailbox"];

    public int Saves => _cursors.Saves;

    public int Readers => _readers.Count;

    public IEnumerable<string> MailsFrom(string mailbox) =>
        Sent.Zip(SentFrom).Where(s => s.Second == mailbox).Select(s => s.First.Message.Text);

    public IEnumerable<string> Mails => Sent.Select(s => $"{s.Message.To} {s.Message.Text}");

    /// <summary>A reader is one no more.</summary>
    public void Leave(string id) => _readers.RemoveAll(r => r.Id == id);

    /// <summary>A reader has another address from now on.</summary>
    public void Move(string id, string address) =>
        _readers[_readers.FindIndex(r => r.Id == id)] = _readers.Single(r => r.Id == id) with { Address = address };

    public void Add(Reader reader) => _readers.Add(reader);

    public void Subscribe(string id) =>
        _readers.Add(new(id, Sample.OtherState, $"{id}@mission.example", Language.French, id, Register.Now.Head.Sequence));

    /// <summary>One event more; the head.</summary>
    public long Grown()
    {
        Register.Grow();
        return Register.Now.Head.Sequence;
    }

    /// <summary>Lets these mailboxes send from now on.</summary>
    public void Staff(params string[] mailboxes)
    {
        try
        {
            new RosterKeeper(_roster, _cursors, Register).Settle(mailboxes, default).GetAwaiter().GetResult();
        }
        catch (IOException)
        {
            // The process is gone; the next start goes on.
        }
    }

    /// <summary>A reader chooses.</summary>
    public void Choose(string reader, Cadence cadence, StateCode[]? states = null, Matter[]? matters = null) =>
        Desk.Choose(reader, new(cadence, states ?? [], matters ?? []), default).GetAwaiter().GetResult();

    public async Task<RunResult?> Run(string mailbox = "mailbox")
    {
        var planner = new RoundPlanner(_roster, _choices, _cursors, Clock);
        var preparation = new RoundPreparation(Register, this, _choices, Book, Clock);
        var links = new ReaderLinkMaker(Links);
        var post = new MailPost(this, _deliveries, Settings, Clock);
        var errands = new ErrandRun(Errands, Desk, preparation, Book, new(Writer, links, Register, Notices, Clock), post);
        var channel = new MailChannel(Register, planner, preparation, Writer, links, errands, post, Settings, Clock);
        try
        {
            return await new CursorRunner(
                _cursors, Register, new(new MemoryFailures(), new FixedIdentifiers(), Clock), new FixedIdentifiers(), Clock) { ShortWait = ShortWait }
                .Run(channel, mailbox, default);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Runs until all is sent, waiting as told.</summary>
    public async Task Finish()
    {
        CrashAt = 0;
        for (var i = 0; i < 400
            && Cursors.FirstOrDefault(c => c.Position < Register.Now.Head.Sequence || Errands.Any(c.Name)) is { } behind; i++)
        {
            Clock.Now = new[] { Clock.Now, behind.DueAt ?? Clock.Now, behind.LeasedUntil ?? Clock.Now }.Max();
            await Run(behind.Name);
        }
        Assert.All(Cursors, c => Assert.Equal(Register.Now.Head.Sequence, c.Position));
    }

    /// <summary>Every reader was told of every event after it joined, once, in mails of which each id went once (I4).</summary>
    public void AssertEverybodyWasToldOnce() => AssertEverybodyWasToldOnceBesides(0);

    /// <summary>The same, but for an event that somebody was told of again.</summary>
    public void AssertEverybodyWasToldOnceBesides(long again)
    {
        Assert.Equal(Sent.Count, Sent.Select(s => s.Message.Id).Distinct().Count());
        foreach (var reader in _readers)
        {
            var told = Sent.Where(s => s.Message.To == reader.Address).SelectMany(s => s.Message.Text.Split(',')).Select(long.Parse);
            // One mailbox tells in the order of the log; of two, one may be behind.
            told = Cursors.Count == 1 ? told : told.Order();
            Assert.Equal(
                Register.Log.Where(MailPolicy.IsMailed).Select(e => e.Sequence).Where(s => s > reader.Since && s != again),
                told.Where(s => s != again));
        }
    }

    public Task<(MailDraft? Draft, Step.Failed? Failed)> Draft(string mailbox, MailMessage message, bool inDoubt, CancellationToken cancel)
    {
        Hazard();
        if (Answer(message.To) is { } failed)
            return Task.FromResult<(MailDraft?, Step.Failed?)>((null, failed));
        var found = inDoubt && Lists ? _drafts.FindIndex(d => d.Id == message.Id) : -1;
        if (found < 0)
            _drafts.Add(message);
        Hazard();
        var draft = found < 0 ? _drafts.Count - 1 : found;
        return Task.FromResult<(MailDraft?, Step.Failed?)>((new($"{draft}", $"<draft-{draft}@hub.example>"), null));
    }

    public Task<Step.Failed?> Send(string mailbox, string draft, bool inDoubt, CancellationToken cancel)
    {
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

    public Task<IReadOnlyList<Reader>> List(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Reader>>([.. _readers]);

    public Task Save(Reader reader, CancellationToken cancel) => throw new NotSupportedException();

    private void Hazard()
    {
        if (CrashAt > 0 && --CrashAt == 0)
            throw new IOException("power cut");
    }
}
