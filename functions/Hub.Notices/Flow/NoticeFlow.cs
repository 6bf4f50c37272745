using Hub.Notices.Access;
using Hub.Notices.Parsing;
using Hub.Notices.Recipients;
using Hub.Notices.Rules;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Work.Failures;
using Hub.Work.Tracing;

namespace Hub.Notices.Flow;

/// <summary>Moves notices on: routes what came in, and brings what was approved into the register when its day has come.</summary>
public sealed class NoticeFlow(
    INoticeStore notices,
    IRegisterStore register,
    ISubscriberStore offices,
    MalwareGate gate,
    ReferenceData data,
    Outages outages,
    IIdentifiers ids,
    TimeProvider clock
) : IDisposable
{
    private const int CommitTries = 8;
    private const int MostTries = 3;
    private static readonly TimeSpan TryAgain = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>
    /// Does with a notice what is due now; run again, it does nothing twice. Returns the notice as it then stands. An error of the hub's
    /// is counted as the notice's: it is tried again later, and after the third time it waits for a person and is thrown to whoever asks.
    /// </summary>
    public async Task<Notice?> Advance(string id, CancellationToken cancel)
    {
        var found = await notices.Find(id, cancel);
        if (found is not { } notice || (notice.Attempts > 0 && notice.DueAt > clock.GetUtcNow()))
            return found;
        try
        {
            return await Advance(notice, cancel);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException) && !outages.Is(e))
        {
            if (await notices.Save(Failed(notice, e), cancel) is { DueAt: not null } later)
                return later;
            throw;
        }
    }

    private Notice Failed(Notice notice, Exception e) => notice with
    {
        Attempts = notice.Attempts + 1,
        Trouble = e.GetType().Name,
        DueAt = notice.Attempts + 1 < MostTries ? clock.GetUtcNow() + (TryAgain * (notice.Attempts + 1)) : null,
    };

    private async Task<Notice?> Advance(Notice found, CancellationToken cancel) => found switch
    {
        { Status: NoticeStatus.Received } notice => await gate.Pass(notice, cancel) switch
        {
            { DueAt: { } later } waiting when later > clock.GetUtcNow() && waiting.Files.Any(f => f.AwaitsScan) =>
                await Cleared(notice, await notices.Save(waiting, cancel), cancel),
            var passed => await Cleared(notice, await Route(passed, cancel), cancel),
        },
        // One that was given up is due whenever somebody asks: the queue again, and then a person from the failures list.
        { Status: NoticeStatus.Approved } notice when notice.DueAt <= clock.GetUtcNow() || notice is { Trouble: not null, DueAt: null } =>
            await Commit(notice, cancel),
        var notice => notice,
    };

    private async Task<Notice?> Cleared(Notice before, Notice? routed, CancellationToken cancel)
    {
        if (routed is not null)
            await gate.Clear(before, routed, cancel);
        return routed;
    }

    /// <summary>Checks a notice against the register as it stands, and sends it on: to the sender, to its mission, or to review.</summary>
    private async Task<Notice?> Route(Notice notice, CancellationToken cancel)
    {
        using var span = HubTrace.OfNotice("notice.route", notice.Id);
        var reference = data.With(await register.Read(TimeSpan.FromSeconds(1), cancel)) with { Offices = await offices.List(cancel) };
        var understood = NoticeParser.Read(notice.Form, notice.Sender, notice.ReceivedAt, reference);
        var outranked = await Outranked(notice, cancel);
        var problems = understood.Problems.Where(p => !IsAnswered(notice, p)).Concat(notice.Problems.Where(IntakeProblems.Includes))
            .Concat(outranked).Capped();
        var next = Next(understood.Form, problems);
        var routed = (AsksOthers(next, problems) ? notice.Asking(next, clock.GetUtcNow()) : notice.Now(next)) with
        {
            Problems = problems, BasedOn = Versions(understood, reference.Register),
        };
        if (outranked.Count == 0)
            await TakePlace(notice, cancel);
        return await notices.Save(routed, cancel) ?? await notices.Find(notice.Id, cancel);
    }

    // Of one that was corrected and is routed again, a network may have said before that it lists the State.
    private static bool IsAnswered(Notice notice, Problem problem) => problem.Code == ProblemCode.V30
        && notice.NetworkAnswers.Any(a => a.Listed && a.Network == problem.Arguments[0]);

    // Its mission where it is held, with questions to its sender or without; a network that it names where that does not list the State.
    private static bool AsksOthers(NoticeStatus status, IEnumerable<Problem> problems) => status == NoticeStatus.Held
        || (status == NoticeStatus.Query && problems.Any(p => p.Code == ProblemCode.V30 || p.Outcome == Outcome.Hold));

    private static NoticeStatus Next(
        NoticeForm? form, IReadOnlyList<Problem> problems) => problems.Select(p => (Outcome?)p.Outcome).Max() switch
    {
        _ when form?.Kind == NoticeKind.NotANotice => NoticeStatus.Closed,
        Outcome.Refuse or Outcome.Query => NoticeStatus.Query,
        Outcome.Hold => NoticeStatus.Held,
        Outcome.Link => NoticeStatus.Duplicate,
        Outcome.Warn or null => NoticeStatus.Review,
        _ => throw new NotSupportedException("Unknown outcome."),
    };

    private static Dictionary<string, int> Versions(Understanding understood, RegisterSnapshot register) =>
        understood.Changes.SelectMany(Touched).Distinct().ToDictionary(id => id, id => register.VersionOf(id)!.Value);

    private static IEnumerable<string> Touched(Change change)
    {
        if (change.Versioned() is { } id)
            yield return id;
        if (change is Change.Designate { Replaces: { } replaced })
            yield return replaced;
    }

    // What the mission or the ministry said, an authority does not take back: they confirm it, or the earlier notice stays (V20).
    private async Task<IReadOnlyList<Problem>> Outranked(Notice notice, CancellationToken cancel) =>
        !notice.Sender.IsOfficialChannel && await Amended(notice, cancel) is { Sender.IsOfficialChannel: true } earlier
            ? [new(ProblemCode.V20, IntakeProblems.AmendsField, Outcome.Hold, [earlier.Id])]
            : [];

    // Only what waits for an answer can be answered, and only by its own State.
    private async Task<Notice?> Amended(Notice by, CancellationToken cancel) =>
        Notice.Amended(by.Form) is { } earlier
            && await notices.Find(earlier, cancel) is { Status: NoticeStatus.Query or NoticeStatus.Held } old && old.State == by.State
            ? old
            : null;

    /// <summary>Has a notice take the place of the one that it amends, where that still waits.</summary>
    public async Task TakePlace(Notice by, CancellationToken cancel)
    {
        // Again where somebody was told or asked about it meanwhile.
        while (await Amended(by, cancel) is { } old)
            if (await notices.Save(old.Now(NoticeStatus.Superseded) with { Linked = by.Id }, cancel) is not null)
                return;
    }

    /// <summary>Brings an approved notice into the register; back to review where its records have changed, or it no longer fits.</summary>
    public async Task<Notice?> Commit(Notice notice, CancellationToken cancel)
    {
        using var span = HubTrace.OfNotice("notice.commit", notice.Id);
        Notice moved;
        // One commit at a time: those of one process would only take the head of the log from each other.
        await _turn.WaitAsync(cancel);
        try
        {
            moved = await CommitInTurn(notice, cancel);
        }
        finally
        {
            _turn.Release();
        }
        return moved == notice ? notice : await notices.Save(moved, cancel) ?? await notices.Find(notice.Id, cancel);
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<Notice> CommitInTurn(Notice notice, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < CommitTries; attempt++)
        {
            var snapshot = await register.Read(attempt == 0 ? TimeSpan.FromMinutes(1) : TimeSpan.Zero, cancel);
            var prepared = Prepare(notice, snapshot);
            if (prepared is null)
            {
                if (await register.CommittedAt(notice.Id, cancel) is { } before)
                    return Committed(notice, before);
                if (attempt == 0)
                    continue;
                return notice.Now(NoticeStatus.Review);
            }
            switch (await register.Commit(prepared, cancel))
            {
                case CommitResult.Committed(var last):
                    return Committed(notice, last);
                case CommitResult.NotTaken(var why):
                    return notice.Now(NoticeStatus.Review) with { Trouble = why };
            }
        }
        // Other processes were faster each time: it stays approved, and is due at once.
        return notice with { DueAt = clock.GetUtcNow() };
    }

    private RegisterCommit? Prepare(Notice notice, RegisterSnapshot snapshot)
    {
        if (StaleRecords(notice, snapshot).Any())
            return null;
        var understood = NoticeParser.Read(notice.Form, notice.Sender, notice.ReceivedAt, data.With(snapshot));
        if (understood.Obstacle() is not null)
            return null;
        // An approval that came to nothing, because the record changed at the same moment, carries nothing now.
        var reviewers = notice.Decisions.Where(d => d.Kind == DecisionKind.Approve).Select(d => d.Reviewer)
            .TakeLast(understood.Reviewers).ToList();
        var form = understood.Form!;
        return CommitBuilder.Build(
            snapshot,
            new(notice.Id, notice.State, understood.Changes, form.NoteDate, form.Quiet && notice.Sender.Kind == CallerKind.Secretariat,
                notice.Sender.Role, reviewers),
            clock.GetUtcNow(), ids);
    }

    /// <summary>The records and laws that have changed since the notice was checked.</summary>
    public static IEnumerable<string> StaleRecords(Notice notice, RegisterSnapshot snapshot) =>
        notice.BasedOn.Where(b => snapshot.VersionOf(b.Key) != b.Value).Select(b => b.Key);

    private static Notice Committed(Notice notice, long last) => notice.Now(NoticeStatus.Committed) with { Sequence = last };
}
