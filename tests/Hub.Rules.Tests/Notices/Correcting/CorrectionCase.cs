using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Notices.Rules;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Correcting;

/// <summary>A notice that is corrected.</summary>
public abstract class CorrectionCase
{
    private protected static readonly Caller Clerk = new("clerk-1", CallerKind.Secretariat) { Roles = SecretariatRoles.Editor };
    private protected readonly Desk _desk = new(Sample.Authority());

    private protected NoticeCorrections Corrections => new(_desk.Notices, _desk.Register, _desk.NoticeFlow, Sample.Data, _desk.Clock);

    private protected Task<CorrectionResult> Correct(Notice seen, JsonObject form, Caller? by = null, string? reason = null) =>
        Corrections.Correct(seen.Id, by ?? Clerk, form, (seen.Corrections.Count, seen.Decisions.Count), reason, default);

    private protected static NoticeRefusal Refused(DecisionResult result) => Assert.IsType<DecisionResult.NotNow>(result).Why;

    private protected static Notice Taken(CorrectionResult result) => Assert.IsType<CorrectionResult.Taken>(result).Notice;
}
