using Hub.Notices.Access;
using Hub.Notices.Parsing;
using Hub.Notices.Rules;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Work.Tracing;

namespace Hub.Notices.Flow;

/// <summary>What a reviewer asks for.</summary>
/// <param name="Kind">Approve, reject or query.</param>
/// <param name="Reason">Why; required for reject and query.</param>
/// <param name="RecordVersions">
/// The versions the reviewer looked at, where they are newer than those the notice was checked against.
/// </param>
public sealed record DecisionRequest(DecisionKind Kind, string? Reason, IReadOnlyDictionary<string, int>? RecordVersions)
{
    /// <summary>How many corrections of its form the reviewer has seen; null where nobody says.</summary>
    public int? Corrections { get; init; }
}

/// <summary>How a decision ended.</summary>
public abstract record DecisionResult
{
    /// <summary>Taken; the notice stands so now.</summary>
    public sealed record Taken(Notice Notice) : DecisionResult;

    /// <summary>No such notice.</summary>
    public sealed record Unknown : DecisionResult;

    /// <summary>The notice is not where this can be decided.</summary>
    public sealed record NotNow(Notice Notice, NoticeRefusal Why) : DecisionResult;

    /// <summary>The records have changed since: both versions, the one the notice was checked against first.</summary>
    public sealed record RecordChanged(Notice Notice, IReadOnlyList<(Authority? Checked, Authority? Present)> Versions) : DecisionResult;
}

/// <summary>Reviewers' decisions, with a second reviewer where who is competent changes.</summary>
public sealed class Decisions(INoticeStore notices, IRegisterStore register, NoticeFlow desk, ReferenceData data, TimeProvider clock)
{
    /// <summary>After a crash between deciding and committing, Sweep goes on after this time.</summary>
    private static readonly TimeSpan CommitWithin = TimeSpan.FromSeconds(30);

    /// <summary>Why somebody cannot decide so about a notice now, given a reason; null where that is possible.</summary>
    public static NoticeRefusal? WhyNot(Notice notice, Caller reviewer, DecisionKind kind) =>
        Refusal(notice, reviewer, new(kind, "…", null) { Corrections = notice.Corrections.Count });

    /// <summary>Whether a decision about a notice has to say why, or how what is open was answered.</summary>
    public static bool WantsReason(Notice notice, DecisionKind kind) => kind != DecisionKind.Approve || notice.Status == NoticeStatus.Query;

    /// <summary>Takes a decision.</summary>
    public async Task<DecisionResult> Decide(string id, Caller reviewer, DecisionRequest request, CancellationToken cancel)
    {
        if (await notices.Find(id, cancel) is not { } notice)
            return new DecisionResult.Unknown();
        var result = await Decide(notice, reviewer, request, cancel);
        return result is DecisionResult.NotNow { Why: NoticeRefusal.ChangedMeanwhile }
            && await notices.Find(id, cancel) is { } again && IsUndecided(notice, again)
            ? await Decide(again, reviewer, request, cancel)
            : result;
    }

    // That somebody was told or asked meanwhile is nobody's decision.
    private static bool IsUndecided(Notice notice, Notice again) => (again.Told, again.DueAt) != (notice.Told, notice.DueAt)
        && (again.Status, again.Decisions.Count, again.ConfirmedBy) == (notice.Status, notice.Decisions.Count, notice.ConfirmedBy)
        && again.Corrections.Count == notice.Corrections.Count;

    private async Task<DecisionResult> Decide(Notice notice, Caller reviewer, DecisionRequest request, CancellationToken cancel)
    {
        using var span = HubTrace.OfNotice("notice.decide", notice.Id);
        if (Refusal(notice, reviewer, request) is { } why)
            return new DecisionResult.NotNow(notice, why);
        if (request.Kind == DecisionKind.Approve)
            return await Approve(notice, Looked(notice, request), reviewer, request, cancel);
        // A question to the sender does not end those to others.
        var decided = request.Kind == DecisionKind.Reject ? notice.Now(NoticeStatus.Rejected) : notice with { Status = NoticeStatus.Query };
        return await Save(decided, reviewer, request, cancel);
    }

    /// <summary>The State's mission or ministry stands by a notice that its authority sent (I7).</summary>
    /// <param name="id">The notice.</param>
    /// <param name="office">The office.</param>
    /// <param name="since">Since when the office has had its key or its address; null where nobody kept that.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="also">Everybody else who set its address or its rights since the notice came.</param>
    public async Task<DecisionResult> Confirm(
        string id, Caller office, DateTimeOffset? since, CancellationToken cancel, IReadOnlyList<string>? also = null)
    {
        if (await notices.Find(id, cancel) is not { } notice || notice.State != office.State)
            return new DecisionResult.Unknown();
        var result = await Confirm(notice, office, since, also ?? [], cancel);
        return result is DecisionResult.NotNow { Why: NoticeRefusal.ChangedMeanwhile } && await notices.Find(id, cancel) is { } again
            ? await Confirm(again, office, since, also ?? [], cancel)
            : result;
    }

    private async Task<DecisionResult> Confirm(
        Notice notice, Caller office, DateTimeOffset? since, IReadOnlyList<string> also, CancellationToken cancel)
    {
        if (!notice.AwaitsOffice() || !office.IsOfficialChannel)
            return new DecisionResult.NotNow(notice, NoticeRefusal.NotToConfirm);
        var settled = notice.Status == NoticeStatus.Held ? notice.Now(NoticeStatus.Review) : notice;
        var madeBy = since > notice.ReceivedAt ? office.MadeBy : null;
        var confirmed = await notices.Save(
            settled with
            {
                ConfirmedBy = office.Name,
                ConfirmerMadeBy = madeBy,
                ConfirmerAlsoMadeBy = also,
            },
            cancel);
        if (confirmed is null)
            return new DecisionResult.NotNow(notice, NoticeRefusal.ChangedMeanwhile);
        // With the office's word, it takes the place of what the office itself sent (V20).
        if (Notice.Amended(confirmed.Form) is not null)
            await desk.TakePlace(confirmed, cancel);
        return new DecisionResult.Taken(confirmed);
    }

    /// <summary>The State's mission or ministry does not stand by its authority's notice: a reviewer decides what becomes of it.</summary>
    public async Task<DecisionResult> Object(string id, Caller office, string reason, CancellationToken cancel)
    {
        if (await notices.Find(id, cancel) is not { } notice || notice.State != office.State)
            return new DecisionResult.Unknown();
        // Said twice, it is one.
        if (notice.Objection?.By == office.Name)
            return new DecisionResult.Taken(notice);
        if (!notice.AwaitsOffice() || !office.IsOfficialChannel)
            return new DecisionResult.NotNow(notice, NoticeRefusal.NotToConfirm);
        var settled = notice.Status == NoticeStatus.Held ? notice.Now(NoticeStatus.Review) : notice with { DueAt = null };
        return await notices.Save(settled with { Objection = new(office.Name, clock.GetUtcNow(), reason) }, cancel) is { } kept
            ? new DecisionResult.Taken(kept)
            : new DecisionResult.NotNow(notice, NoticeRefusal.ChangedMeanwhile);
    }

    private static NoticeRefusal? Refusal(Notice notice, Caller reviewer, DecisionRequest request) => (notice.Status, request.Kind) switch
    {
        _ when request.Corrections is { } seen && seen != notice.Corrections.Count => NoticeRefusal.CorrectedMeanwhile,
        (_, DecisionKind.Approve) when notice.Corrections.Count > 0 && request.Corrections is null => NoticeRefusal.CorrectionsUnseen,
        (NoticeStatus.Query, DecisionKind.Approve) when notice.Problems.Any(p => p.Outcome == Outcome.Refuse) =>
            NoticeRefusal.Incomplete,
        (NoticeStatus.Held or NoticeStatus.Query, DecisionKind.Approve) when notice.AwaitsOffice() =>
            NoticeRefusal.OfficeIsAsked,
        (_, DecisionKind.Approve) when notice.Objection is not null => NoticeRefusal.OfficeObjects,
        (NoticeStatus.SecondReview, DecisionKind.Approve) when notice.FirstApproval(reviewer)?.IsOf(reviewer) == true =>
            NoticeRefusal.WantsColleague,
        (NoticeStatus.SecondReview, DecisionKind.Approve)
            when notice.FirstApproval(reviewer) is not null && notice.Authors.Any(reviewer.Is) =>
            NoticeRefusal.OwnWord,
        (NoticeStatus.Review or NoticeStatus.SecondReview or NoticeStatus.Query, DecisionKind.Approve)
            when notice.ConfirmerMadeBy == reviewer.Person || notice.ConfirmerAlsoMadeBy.Contains(reviewer.Person) =>
            NoticeRefusal.VouchedFor,
        _ when WantsReason(notice, request.Kind) && string.IsNullOrWhiteSpace(request.Reason) =>
            request.Kind == DecisionKind.Approve ? NoticeRefusal.WantsAnswers : NoticeRefusal.WantsReason,
        (NoticeStatus.Review or NoticeStatus.SecondReview or NoticeStatus.Query or NoticeStatus.Held, _) => null,
        // The hub gave it up: nobody else can do anything about it.
        (NoticeStatus.Received or NoticeStatus.Approved, DecisionKind.Reject) when notice is { Trouble: not null, DueAt: null } => null,
        _ => NoticeRefusal.NothingToDecide,
    };

    // A reviewer who was shown the newer version, and says so, decides on that one.
    private static Notice Looked(Notice notice, DecisionRequest request) => request.RecordVersions is not { } seen
        ? notice
        : notice with
        {
            BasedOn = notice.BasedOn.ToDictionary(b => b.Key, b => seen.TryGetValue(b.Key, out var version) ? version : b.Value),
        };

    private async Task<DecisionResult> Approve(
        Notice found, Notice notice, Caller reviewer, DecisionRequest request, CancellationToken cancel)
    {
        var snapshot = await register.Read(TimeSpan.FromSeconds(1), cancel);
        var stale = NoticeFlow.StaleRecords(notice, snapshot).ToList();
        if (stale.Count > 0)
            return new DecisionResult.RecordChanged(notice, await Versions(notice, stale, snapshot, cancel));
        var understood = NoticeParser.Read(notice.Form, notice.Sender, notice.ReceivedAt, data.With(snapshot));
        if (understood.Obstacle() is { } obstacle)
            return new DecisionResult.NotNow(notice, obstacle);
        // What the first reviewer approved was another version of the record.
        var isAnew = request.RecordVersions is not null && found.BasedOn.Any(b => notice.BasedOn[b.Key] != b.Value);
        // Of two who approve, one at least did not write it.
        var isUnsure = notice.Authors.Any(reviewer.MayBe);
        // What comes with the hub was looked at when it was put there.
        var wantsTwo = understood.Reviewers > 1 && reviewer.Name != Caller.Hub.Name;
        if ((wantsTwo || isUnsure) && (isAnew || notice.FirstApproval(reviewer) is null))
            return await Save(
                notice.Now(NoticeStatus.SecondReview), reviewer, request, cancel,
                begins: isAnew || notice.Status != NoticeStatus.SecondReview);
        if (notice.Authors.Any(reviewer.Is))
            return new DecisionResult.NotNow(notice, NoticeRefusal.OwnWord);
        return await TakeEffect(notice, understood.Form!.EffectiveFrom, reviewer, request, cancel);
    }

    private async Task<DecisionResult> TakeEffect(
        Notice notice, DateOnly? effectiveFrom, Caller reviewer, DecisionRequest request, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var takesEffect = effectiveFrom is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : now;
        var later = takesEffect > now;
        var saved = await Save(notice.Now(NoticeStatus.Approved, later ? takesEffect : now + CommitWithin), reviewer, request, cancel);
        if (saved is not DecisionResult.Taken(var approved) || later || await desk.Commit(approved, cancel) is not { } committed)
            return saved;
        return committed.Status == NoticeStatus.Review ? await SentBack(committed, cancel) : new DecisionResult.Taken(committed);
    }

    // Another notice was committed between the look at the register and the commit.
    private async Task<DecisionResult> SentBack(Notice notice, CancellationToken cancel)
    {
        if (notice.Trouble is not null)
            return new DecisionResult.NotNow(notice, NoticeRefusal.NotTaken);
        var snapshot = await register.Read(TimeSpan.Zero, cancel);
        var stale = NoticeFlow.StaleRecords(notice, snapshot).ToList();
        if (stale.Count > 0)
            return new DecisionResult.RecordChanged(notice, await Versions(notice, stale, snapshot, cancel));
        var understood = NoticeParser.Read(notice.Form, notice.Sender, notice.ReceivedAt, data.With(snapshot));
        return new DecisionResult.NotNow(notice, understood.Obstacle() ?? NoticeRefusal.ChangedMeanwhile);
    }

    private async Task<IReadOnlyList<(Authority?, Authority?)>> Versions(
        Notice notice, IEnumerable<string> stale, RegisterSnapshot snapshot, CancellationToken cancel)
    {
        var versions = new List<(Authority?, Authority?)>();
        foreach (var id in stale)
            versions.Add((await register.ReadVersion(id, notice.BasedOn[id], cancel), snapshot.Authorities.GetValueOrDefault(id)));
        return versions;
    }

    private async Task<DecisionResult> Save(
        Notice notice, Caller reviewer, DecisionRequest request, CancellationToken cancel, bool begins = false)
    {
        var decision = new Decision(request.Kind, reviewer.Name, clock.GetUtcNow(), request.Reason)
        {
            MadeBy = reviewer.MadeBy, SignedIn = reviewer.SignedIn, Begins = begins,
        };
        var saved = await notices.Save(notice with { Decisions = [.. notice.Decisions, decision] }, cancel);
        return saved is null ? new DecisionResult.NotNow(notice, NoticeRefusal.ChangedMeanwhile) : new DecisionResult.Taken(saved);
    }
}
