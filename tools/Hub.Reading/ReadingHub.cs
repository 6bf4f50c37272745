using System.Text;
using Hub.InMemory;
using Hub.Intake.Files.Reading;
using Hub.Intake.Inbox;
using Hub.Intake.Inbox.Channel;
using Hub.Intake.Inbox.Replies;
using Hub.Intake.Mails.Classification;
using Hub.Intake.Notes;
using Hub.Intake.Submissions;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Notices.Flow;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Notices.Rules;
using Hub.Pages.Replies;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Work.Runner;

namespace Hub.Reading;

/// <summary>
/// The way that a mail goes in the hub, on stores in memory: the same code, in the same order, up to where a person decides.
/// </summary>
internal sealed class ReadingHub : IInbox, IDeliveryReports
{
    /// <summary>What comes with the hub; States that are invented too, for examples.</summary>
    public static ReferenceData Data { get; } = new(new StateCatalog(withFictionalStates: true), new NetworkCatalog(), new PartyList());

    private static readonly MailroomSettings Settings = new(
        [MailFile.Inbox], [MailFile.OwnHost], ["hub.example"], [MailFile.Inbox], new("https://hub.example/api/mailbox/notifications"),
        RetryPolicy.OwnServices, 1);

    private readonly Dictionary<string, byte[]> _messages = [];
    private readonly MemoryNotices _notices = new();
    private readonly MemoryMails _mails = new();
    private readonly MemoryOutbox _outbox = new();
    private readonly HubClock _clock;
    private readonly MailArchive _archive;
    private readonly MailProcessing _processing;
    private readonly MailUnderstanding _understanding;
    private readonly CorrespondentList _correspondents;
    private readonly ReplyComposer _replies;
    private int _count;

    public ReadingHub(RegisterFile file, ProcessFileReader reader, DateTimeOffset now)
    {
        _clock = new(now);
        var (register, ids, documents) = (new FixedRegister(file), new CountedIdentifiers(), new DocumentSettings());
        var (files, originals) = (new MemoryFiles(), new MemoryOriginals());
        Flow = new(_notices, register, register, new(files, documents, _clock), Data, new(_ => false), ids, _clock);
        Intake = new(
            _notices, originals, new(files, new MemoryWorks(), reader, documents, _clock), reader, register, Data, ids, _clock);
        _archive = new(this, _mails, originals, _clock);
        _processing = new(
            _archive, _understanding = new(reader, new(reader), new MailClassifier(Data)),
            new(new(Intake, Flow, _notices, _mails, Data.States), reader, this, _mails, _outbox, _clock),
            _mails, _outbox, new(new MemoryFailures(), ids, _clock), new(_ => false), Settings, _clock);
        _correspondents = new(register, register, Settings, _clock);
        _replies = new(_mails, _notices, new ReplyWriter(new(MailFile.Inbox)), new(_mails, Settings, _clock), _clock);
    }

    /// <summary>What takes notices in.</summary>
    public NoticeIntake Intake { get; }

    /// <summary>What moves them on.</summary>
    public NoticeFlow Flow { get; }

    /// <summary>What became of a mail.</summary>
    public async Task<ReadMail> Read(MailFile file, CancellationToken cancel)
    {
        _clock.Now = file.At;
        var id = $"message-{++_count}";
        _messages[id] = Encoding.UTF8.GetBytes(file.Mime);
        if (await _archive.Keep(MailFile.Inbox, new(id, null, file.At), cancel) is not { } fresh)
            throw new InvalidOperationException("A mail could not be kept.");
        var pass = InboxPass.Of(new() { Channel = InboxChannel.ChannelName, Name = MailFile.Inbox }, this);
        var directory = await _correspondents.Read(cancel);
        if (await _processing.Read(pass, fresh, directory, cancel) is { } read)
            await _processing.Settle(pass, read, cancel);
        var mail = (await _mails.Find(fresh.Mail.Id, cancel))!;
        // The hub would try again later, and then hold it; here somebody wants to know why.
        if (mail.Fate == InboundMailStatus.Received)
            await _understanding.Read(mail, Encoding.UTF8.GetBytes(file.Mime), directory, cancel);
        var notices = new List<Notice>();
        foreach (var notice in mail.Notices)
            notices.Add((await _notices.Find(notice, cancel))!);
        var draft = await new MailDrafts(_archive, _understanding, _correspondents).Of(mail, cancel);
        return new(mail, notices, await Replies(mail, cancel), draft);
    }

    /// <summary>A notice that was taken in, moved on as the hub would.</summary>
    public async Task<Notice> Advanced(string id, CancellationToken cancel)
    {
        await Flow.Advance(id, cancel);
        return (await _notices.Find(id, cancel))!;
    }

    // Written as they would go now.
    private async Task<IReadOnlyList<MailMessage>> Replies(MailRecord mail, CancellationToken cancel)
    {
        var written = new List<MailMessage>();
        foreach (var row in await _outbox.RepliesTo(mail.Id, cancel))
            if (await _replies.Compose(row, null!, cancel) is Composition.Ready ready && await ready.Write(row, cancel) is { } message)
                written.Add(message);
        return written;
    }

    Task<InboxPage?> IInbox.Read(string mailbox, string? link, CancellationToken cancel) => throw new NotSupportedException();

    Task<ReadOnlyMemory<byte>?> IInbox.Original(string mailbox, string message, CancellationToken cancel) =>
        Task.FromResult<ReadOnlyMemory<byte>?>(_messages[message]);

    Task IInbox.Move(string mailbox, string message, string folder, CancellationToken cancel) => Task.CompletedTask;

    Task<string> IInbox.Folder(string mailbox, string name, CancellationToken cancel) => Task.FromResult(name);

    Task<string> IInbox.Subscribe(InboxSubscription subscription, Uri notifications, DateTimeOffset until, CancellationToken cancel) =>
        throw new NotSupportedException();

    Task IDeliveryReports.Record(DeliveryReport report, CancellationToken cancel) => Task.CompletedTask;
}

/// <summary>What became of a mail.</summary>
/// <param name="Mail">The mail as it is kept.</param>
/// <param name="Notices">The notices made of it.</param>
/// <param name="Replies">What its sender gets.</param>
/// <param name="Draft">A notice begun, where a person has to read it.</param>
internal sealed record ReadMail(
    MailRecord Mail, IReadOnlyList<Notice> Notices, IReadOnlyList<MailMessage> Replies, UnderstoodNotice? Draft);

/// <summary>The time of the mail that is read.</summary>
internal sealed class HubClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>Ids that are the same in each run.</summary>
internal sealed class CountedIdentifiers : IIdentifiers
{
    private int _count;

    public string New() => $"{++_count:x32}";

    public string NewSalt() => New();

    public string NewKey() => Convert.ToBase64String(Encoding.ASCII.GetBytes(New()));

    public double Fraction() => 0.5;
}
