using System.Text.Json.Nodes;
using Hub.Delivery.Questions;
using Hub.InMemory;
using Hub.Intake.Files.Reading;
using Hub.Intake.Submissions;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Documents;
using Hub.Notices.Flow;
using Hub.Notices.Outbox;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders.Memory;

namespace Hub.Rules.Tests.Builders;

/// <summary>The desk, the reviewers and the intake on one register and one store of notices.</summary>
internal sealed class Desk
{
    private int _sent;

    public Desk(params Authority[] authorities)
        : this(new DocumentSettings(), authorities)
    {
    }

    public Desk(DocumentSettings settings, params Authority[] authorities)
    {
        Register = new(authorities);
        NoticeFlow = new(Notices, Register, Offices, new(Files, settings, Clock), Sample.Data, new(_ => false), Ids, Clock);
        Decisions = new(Notices, Register, NoticeFlow, Sample.Data, Clock);
        Intake = new(
            Notices, Originals, new(Files, Works, new FileReader(), settings, Clock), new FileReader(), Register, Sample.Data, Ids, Clock);
    }

    public ManualClock Clock { get; } = new();

    public FixedIdentifiers Ids { get; } = new();

    public MemoryRegister Register { get; }

    public MemoryNotices Notices { get; } = new();

    public MemorySubscribers Offices { get; } = new();

    public MemoryOriginals Originals { get; } = new();

    public MemoryWorks Works { get; } = new();

    public MemoryFiles Files { get; } = new();

    public MemoryFailures Failures { get; } = new();

    public NoticeFlow NoticeFlow { get; }

    public Decisions Decisions { get; }

    public NoticeIntake Intake { get; }

    /// <summary>Takes up the work on documents.</summary>
    public WorkClock Clocked(DocumentSettings settings, Func<Exception, bool>? isOutage = null) =>
        new(Works, settings, new(Failures, Ids, Clock), new(), new(isOutage ?? (_ => false)), Ids, Clock);

    /// <summary>Who asks others than the sender, through these.</summary>
    public NoticeQuestions Questions(OfficeQuestions offices, IOutbox outbox, MemoryEndpoints partners)
    {
        var claims = new NetworkClaims(Notices, Register, Sample.Data, Clock);
        return new(Notices, offices, new(claims, partners, outbox, Sample.Data), Clock);
    }

    public static JsonObject NewPair(string? notice = null) =>
        Sample.Designating("""{"designations":[{"instrument":"UNTOC","article":"16","matter":"EXTRADITION"}]}""", notice);

    public static Notice Notice(string id, NoticeStatus status, JsonObject form, Caller? sender = null) => new()
    {
        Id = id,
        State = Sample.State,
        Sender = sender ?? Callers.Mission,
        ReceivedAt = Sample.Now,
        Status = status,
        Form = form,
        BasedOn = form["changes"]?[0]?["recordId"] is { } record ? new Dictionary<string, int> { [(string)record!] = 1 } : [],
    };

    public Notice Put(NoticeStatus status, JsonObject form, DateTimeOffset? dueAt = null) =>
        Notices.Put(Notice($"XAA-put-{++_sent}", status, form) with { DueAt = dueAt });

    public async Task<Notice> Routed(JsonObject form, Caller? sender = null)
    {
        var accepted = Assert.IsType<SubmissionResult.Accepted>(await Submit(form, sender));
        return await Advance(accepted.Notice);
    }

    public Task<SubmissionResult> Submit(JsonObject form, Caller? sender = null, string? key = null, params SubmittedFile[] files) =>
        Intake.Accept(new(sender ?? Callers.Mission, form, System.Text.Encoding.UTF8.GetBytes(form.ToJsonString()), files, key), default);

    public async Task<Notice> Advance(Notice notice) => (await NoticeFlow.Advance(notice.Id, default))!;

    public async Task<Notice> Find(Notice notice) => (await Notices.Find(notice.Id, default))!;

    public async Task<DecisionResult> Decide(
        Notice notice, Caller reviewer, DecisionKind kind, string? reason = null, params (string, int)[] seen) =>
        await Decisions.Decide(
            notice.Id,
            reviewer,
            new(kind, reason, seen.Length == 0 ? null : seen.ToDictionary(s => s.Item1, s => s.Item2))
            {
                Corrections = (await Notices.Find(notice.Id, default))?.Corrections.Count,
            },
            default);
}
