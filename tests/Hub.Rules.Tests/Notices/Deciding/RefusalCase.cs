using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Deciding;

/// <summary>Decisions that are refused or taken.</summary>
public abstract class RefusalCase
{
    private protected static readonly JsonObject Comment = Sample.Amending("""{"comments":"x"}""");
    private protected readonly Desk _desk = new(Sample.Authority());

    private protected Task<DecisionResult> Approve(Notice notice, Caller reviewer) =>
        _desk.Decide(notice, reviewer, DecisionKind.Approve, "answered");

    private protected static Notice Taken(DecisionResult result) => Assert.IsType<DecisionResult.Taken>(result).Notice;
}
