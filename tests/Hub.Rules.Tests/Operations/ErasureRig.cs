using System.Text;
using System.Text.Json;
using Hub.InMemory;
using Hub.Intake.Inbox;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Colleagues;
using Hub.Notices.Documents;
using Hub.Notices.Outbox;
using Hub.Operations.Erasing;
using Hub.Operations.Erasures;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Rules.Tests.Intake.Inbox;
using Hub.Work.Failures;

namespace Hub.Rules.Tests.Operations;

/// <summary>
/// A hub in memory that knows a person from everywhere: a settled notice and its mail, their files, a record and its earlier version. Any
/// of its stores may be the last thing that the process did.
/// </summary>
internal sealed class ErasureRig : IPartnerStore, IKeyStore
{
    public const string Person = "Adaeze Nwosu-Okafor";
    public const string Address = "a.nwosu@justice.example";
    public const string Number = "+99915557788";
    public static readonly ErasureRequest OfPerson = new() { Names = [Person], Addresses = [Address], Numbers = [Number] };
    private const string MailId = "0123456789abcdef0123456789abcdef";
    private readonly Outages _outages = new(_ => false);

    public ErasureRig()
    {
        Register = new(Known());
        // Its first version names the person, and so does its present one.
        Register.Change(new Change.Amend(Sample.Record, Sample.Object("""{"timeLimits":"two months"}""")));
        Storage = new(Files, Originals, Notices, Mails, Register);
        var (notices, mails, works) = (
            Hazard.On<INoticeStore>(Notices),
            Hazard.On<IMailStore>(Mails),
            Hazard.On<IDocumentWorkStore>(Works));
        var (register, data) = (Hazard.On<IRegisterStore>(Register), Hazard.On<IPersonalData>(Storage));
        var (files, outbox) = (Hazard.On<IFileEraser>(Storage), Hazard.On<IOutboxStore>(Outbox));
        var erasures = Hazard.On<IErasureStore>(Erasures);
        var handlings = Hazard.On<IHandlingStore>(Handlings);
        var settings = new ErasureSettings(TimeSpan.FromMinutes(10), TimeSpan.FromDays(30));
        var eraser = new EraseFiles(files, settings, Clock);
        Finder = new(data, notices, mails, outbox, register, Missions, this, this, files, handlings);
        Service = new(Finder, erasures, Ids, Clock);
        Run = new(
            erasures,
            Finder,
            new(notices, works, eraser, new(handlings), Clock),
            new(mails, outbox, eraser, new(handlings), Clock),
            new(register, data, Ids, Clock),
            eraser,
            register,
            new(Failures, Ids, Clock),
            _outages,
            settings,
            Clock);
    }

    public Hazard Hazard { get; } = new();

    /// <summary>How many places there are at which the process may die.</summary>
    public int Places { get; set; }

    public ManualClock Clock { get; } = new();

    public FixedIdentifiers Ids { get; } = new();

    public MemoryNotices Notices { get; } = new();

    public MemoryMails Mails { get; } = new();

    public MemoryOutbox Outbox { get; } = new();

    public MemoryWorks Works { get; } = new();

    public MemoryHandlings Handlings { get; } = new();

    public MemoryFiles Files { get; } = new();

    public MemoryOriginals Originals { get; } = new();

    public MemoryFailures Failures { get; } = new();

    public MemoryErasures Erasures { get; } = new();

    public MemoryRegister Register { get; }

    public MemoryStorage Storage { get; }

    public ErasureSearch Finder { get; }

    public ErasureService Service { get; }

    public ErasureRun Run { get; }

    public MemorySubscribers Missions { get; } = new();

    /// <summary>Everything that is kept, as text.</summary>
    public string Everything => JsonSerializer.Serialize(
        new
        {
            Notices = Notices.All, Mails = Mails.All, Sent = Outbox.All, Works = Works.All, Noted = Handlings.Kept, Erased = Erasures.All,
            Records = Register.Now.Authorities.Values, Versions = Register.EarlierVersions(Sample.Record),
            Files = Files.Kept.Values.Concat(Originals.Kept.Values).Select(Encoding.UTF8.GetString), Failures = Failures.All.Values,
        },
        HubJson.Options);

    /// <summary>A settled notice that came by mail, with two files of which one is translated.</summary>
    public async Task<Notice> Settled(NoticeStatus status = NoticeStatus.Committed)
    {
        var notice = Notices.Put(UnderstoodMail("XAA-1", status));
        await Mails.Add(Mail(), default);
        await Outbox.Add(Reply(), default);
        var notes = new Handlings(Handlings, Clock);
        await notes.Note(notice.Id, "reviewer-1", $"{Person} is said to have left.", default);
        await notes.Note(MailId, "reviewer-1", $"Called {Number}.", default);
        await Works.Add(new() { Notice = notice.Id, N = 1, Into = Language.French, Missing = [Number] }, default);
        foreach (var (place, path) in new[]
        {
            (Place.Originals, $"{notice.Id}/notice.json"), (Place.Originals, $"{notice.Id}/abc"), (Place.Quarantine, $"{notice.Id}/def"),
            (Place.Documents, $"{notice.Id}/1/fr/abc.txt"), (Place.Originals, $"mail-{MailId}/message.eml"),
        })
            Files.Kept[(place, path)] = Encoding.UTF8.GetBytes($"about {Person}, {Number}, {Address}");
        return notice;
    }

    /// <summary>Plans and orders, as a person of the Secretariat does.</summary>
    public async Task<Erasure> Order(ErasureRequest request)
    {
        var (plan, why) = await Service.Plan(request, Callers.First, default);
        Assert.Null(why);
        return Assert.IsType<ErasureResult.Ordered>(await Service.Order(request, Callers.First, plan!.Confirmation, default)).Erasure;
    }

    /// <summary>Runs as sweeps would: again after each crash, until nothing is due within a day.</summary>
    public async Task RunToTheEnd(int most = 40)
    {
        for (var i = 0; i < most && Erasures.Only.DueAt is { } due && due < Clock.Now + TimeSpan.FromDays(1); i++)
        {
            try
            {
                await Run.Run(default);
            }
            catch (CrashException)
            {
                Hazard.Revive();
            }
            Clock.Advance(TimeSpan.FromMinutes(20));
        }
    }

    public static Notice UnderstoodMail(string id, NoticeStatus status) => Builders.Desk.Notice(id, status, Sample.Designating(
        $$"""{"contactPerson":{"name":"NWOSU-OKAFOR, Adaeze","office":"Deputy"},"phones":[{"number":"{{Number}}","purpose":"MOBILE"}]}""",
        $$"""{"text":"Please write to {{Address}}.","noteDate":"2025-03-01"}""")) with
    {
        Mail = MailId,
        Files = [new($"CV of {Person}.pdf", "application/pdf", "abc", 3, "XAA-1/abc")],
        Decisions = [new(DecisionKind.Approve, "reviewer-1", Sample.Now, $"called {Number}")],
    };

    private static MailRecord Mail() => new()
    {
        Id = MailId,
        Mailbox = "notices@hub.example",
        Message = "m",
        ReceivedAt = Sample.Now,
        Fate = InboundMailStatus.Notice,
        From = Address,
        Subject = $"From {Person}",
        Sender = Callers.Mission with { Name = Address },
        Notices = ["XAA-1"],
        Reasons = [new("LOOK_ALIKE", $"like {Address}")],
    };

    private static OutboxMail Reply() =>
        OutboxMails
            .Reply(OutboxKind.Receipt, MailId, "notices@hub.example", Sample.Now)
            .Done(OutboxState.Sent, Sample.Now, $"of {Address}");

    private static Authority Known() => Sample.Authority() is var a ? a with
    {
        Restricted = a.Restricted with
        {
            ContactPerson = new(Person, "Head", Consent: true), Comments = $"Ask for Ms. {Person}.",
            Phones = [new("+99915550100"), new(Number)], Emails = [new("cooperation@justice.example"), new(Address, Functional: false)],
        },
        Secretariat = new() { PersonalPhones = [new(Number, null, PhonePurpose.Mobile)] },
    }
    : a;

    Task<Partner?> IPartnerStore.Find(string name, CancellationToken cancel) => throw new NotSupportedException();

    Task<IReadOnlyList<Partner>> IPartnerStore.List(CancellationToken cancel) => Task.FromResult<IReadOnlyList<Partner>>([]);

    Task<bool> IPartnerStore.Save(Partner partner, Partner? before, CancellationToken cancel) => throw new NotSupportedException();

    Task<ApiKey?> IKeyStore.Find(string key, CancellationToken cancel) => throw new NotSupportedException();

    Task<IReadOnlyList<ApiKey>> IKeyStore.List(CancellationToken cancel) => Task.FromResult<IReadOnlyList<ApiKey>>([]);

    Task<IssuedKey> IKeyStore.Issue(Caller caller, string by, DateTimeOffset? expires, CancellationToken cancel) =>
        throw new NotSupportedException();

    Task<IssuedKey?> IKeyStore.IssueOnce(string form, Caller caller, string by, DateTimeOffset? expires, CancellationToken cancel) =>
        throw new NotSupportedException();

    Task<IssuedKey?> IKeyStore.Replace(ApiKey key, Replacement how, CancellationToken cancel) => throw new NotSupportedException();

    Task<bool> IKeyStore.Revoke(string id, CancellationToken cancel) => throw new NotSupportedException();

    Task<int> IKeyStore.Revoke(CallerKind kind, string name, CancellationToken cancel) => throw new NotSupportedException();
}
