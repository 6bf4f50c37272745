using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Register.Networks;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Claiming;

/// <summary>A notice with a claim to a network.</summary>
public abstract class ClaimCase
{
    private protected static readonly Caller Wacap = new("wacap", CallerKind.Partner);
    private protected readonly Desk _desk = new();

    private protected NetworkClaims Claims => new(_desk.Notices, _desk.Register, Sample.Data, _desk.Clock);

    private protected Task<ClaimResult> Answer(Notice notice, string network, bool listed, string? reason = null) =>
        Claims.Answer(notice.Id, Network(network), Wacap, listed, reason, default);

    private protected Task<Notice> Claim(params string[] networks) => _desk.Routed(Sample.Claiming(networks));

    private protected static Network Network(string id) => Sample.Data.Networks.All.Single(n => n.Id == id);
}
