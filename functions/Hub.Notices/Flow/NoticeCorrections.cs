using System.Text.Json.Nodes;
using Hub.Notices.Access;
using Hub.Notices.Parsing;
using Hub.Notices.Rules;
using Hub.Register.Log;
using Hub.Register.Problems;

namespace Hub.Notices.Flow;

/// <summary>How a correction ended.</summary>
public abstract record CorrectionResult
{
    /// <summary>Kept; the notice was checked again and stands so now.</summary>
    public sealed record Taken(Notice Notice) : CorrectionResult;

    /// <summary>No such notice.</summary>
    public sealed record Unknown : CorrectionResult;

    /// <summary>The notice is not where it can be corrected, or it stands no more as whoever corrects it saw it.</summary>
    public sealed record NotNow(Notice Notice, NoticeRefusal Why) : CorrectionResult;

    /// <summary>The corrected form has problems that the present one has not; nothing was changed.</summary>
    public sealed record Refused(IReadOnlyList<Problem> Problems) : CorrectionResult;
}

/// <summary>
/// The Secretariat corrects what was read before it decides. What was read stays beside the correction, the rules are run on the corrected
/// form, and what was approved or confirmed of the earlier one counts no more.
/// </summary>
public sealed class NoticeCorrections(
    INoticeStore notices, IRegisterStore register, NoticeFlow flow, ReferenceData data, TimeProvider clock)
{
    // A notice with its corrections is one row of a table: at most 1 MiB.
    private const int MostCharacters = 200_000;
    private const int Most = 20;

    /// <summary>After a crash between keeping and checking, Sweep goes on after this time.</summary>
    private static readonly TimeSpan RouteWithin = TimeSpan.FromSeconds(30);

    /// <summary>Why a notice cannot be corrected now; null where it can.</summary>
    public static NoticeRefusal? WhyNot(Notice notice) => notice switch
    {
        _ when notice.AwaitsOffice() => NoticeRefusal.OfficeIsAsked,
        { Status: NoticeStatus.Review or NoticeStatus.SecondReview or NoticeStatus.Query }
            when notice.Corrections.Count < Most && notice.Corrections.Sum(c => c.Earlier.ToJsonString().Length) < MostCharacters => null,
        { Status: NoticeStatus.Review or NoticeStatus.SecondReview or NoticeStatus.Query } => NoticeRefusal.CorrectedTooOften,
        _ => NoticeRefusal.NothingToDecide,
    };

    /// <summary>Corrects the form of a notice.</summary>
    /// <param name="id">The notice.</param>
    /// <param name="by">Who corrects it.</param>
    /// <param name="form">What it says now.</param>
    /// <param name="seen">How many corrections and decisions whoever corrects it has seen.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<CorrectionResult> Correct(
        string id, Caller by, JsonObject form, (int Corrections, int Decisions) seen, string? reason, CancellationToken cancel)
    {
        if (await notices.Find(id, cancel) is not { } notice)
            return new CorrectionResult.Unknown();
        if (WhyNot(notice) is { } why)
            return new CorrectionResult.NotNow(notice, why);
        if (seen != (notice.Corrections.Count, notice.Decisions.Count))
            return new CorrectionResult.NotNow(notice, NoticeRefusal.ChangedMeanwhile);
        if (await New(notice, form, cancel) is { Count: > 0 } problems)
            return new CorrectionResult.Refused(problems);
        if (await notices.Save(Corrected(notice, by, form, reason), cancel) is null)
            return new CorrectionResult.NotNow(notice, NoticeRefusal.ChangedMeanwhile);
        return new CorrectionResult.Taken((await flow.Advance(id, cancel))!);
    }

    // Whoever sent it is not asked about what the Secretariat wrote.
    private async Task<IReadOnlyList<Problem>> New(Notice notice, JsonObject form, CancellationToken cancel)
    {
        var reference = data.With(await register.Read(TimeSpan.Zero, cancel));
        var understood = NoticeParser.Read(form, notice.Sender, notice.ReceivedAt, reference);
        if (understood.State is { } state && state != notice.State)
            return [Problem.Refuse(ProblemCode.F06, "/state", state.Value)];
        if (Notice.Amended(form) != Notice.Amended(notice.Form))
            return [Problem.Refuse(ProblemCode.F06, IntakeProblems.AmendsField, Notice.Amended(form) ?? "")];
        var known = NoticeParser.Read(notice.Form, notice.Sender, notice.ReceivedAt, reference).Problems;
        return [.. understood.Problems.Where(p => p.Outcome == Outcome.Refuse || (p.Outcome == Outcome.Query && !known.Contains(p)))];
    }

    private Notice Corrected(Notice notice, Caller by, JsonObject form, string? reason) =>
        notice.Now(NoticeStatus.Received, clock.GetUtcNow() + RouteWithin) with
        {
            Form = form,
            Problems = [.. notice.Problems.Where(p => !IntakeProblems.IsSettled(p, notice.Form, form))],
            Corrections =
            [
                .. notice.Corrections,
                new(by.Name, clock.GetUtcNow(), notice.Form, reason) { MadeBy = by.MadeBy, SignedIn = by.SignedIn },
            ],
            // What the office stood by, or was asked about, is not what it says now.
            ConfirmedBy = null,
            Objection = null,
            AsksSince = null,
            OfficesAsked = null,
            NetworksAsked = false,
        };
}
