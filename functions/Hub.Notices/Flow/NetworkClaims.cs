using Hub.Notices.Access;
using Hub.Notices.Parsing;
using Hub.Notices.Rules;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Notices.Flow;

/// <summary>
/// A State's claim to belong to a network that does not list it: a task for that network's secretariat. It holds no contact data (I6).
/// </summary>
/// <param name="Notice">The notice that makes it.</param>
/// <param name="State">The State.</param>
/// <param name="Network">The network.</param>
/// <param name="Role">What the State says it is there.</param>
/// <param name="ValidFrom">From when on.</param>
/// <param name="ValidTo">Until when.</param>
/// <param name="ReceivedAt">When the claim came in.</param>
public sealed record NetworkClaim(
    string Notice, StateCode State, string Network, MembershipRole Role, DateOnly? ValidFrom, DateOnly? ValidTo, DateTimeOffset ReceivedAt);

/// <summary>How an answer to a claim ended.</summary>
public abstract record ClaimResult
{
    /// <summary>Taken; the notice stands so now.</summary>
    public sealed record Taken(Notice Notice) : ClaimResult;

    /// <summary>There is no open claim of this notice to this network.</summary>
    public sealed record Unknown : ClaimResult;

    /// <summary>Somebody else wrote the notice at the same moment.</summary>
    public sealed record Raced : ClaimResult;
}

/// <summary>
/// The claims that networks have to answer. A network that lists the State takes the question away, and the notice goes to review once no
/// other is left; one that does not leaves it open, with its answer, for the Secretariat to decide.
/// </summary>
public sealed class NetworkClaims(INoticeStore notices, IRegisterStore register, ReferenceData data, TimeProvider clock)
{
    private const int Most = 500;

    /// <summary>The network whose secretariat calls: a partner's key bears the network's id or one of its names; null for others.</summary>
    public Network? NetworkOf(Caller caller) =>
        caller.Kind == CallerKind.Partner && data.Networks.TryFind(caller.Name, out var network) ? network : null;

    /// <summary>The open claims, of one network or all, oldest first.</summary>
    public async Task<IReadOnlyList<NetworkClaim>> Open(Network? network, CancellationToken cancel)
    {
        var reference = data.With(await register.Read(TimeSpan.FromSeconds(1), cancel));
        var queries = await notices.List(null, NoticeStatus.Query, Most, cancel);
        return [.. queries.SelectMany(n => ClaimsOf(n, reference))
            .Where(c => network is null || c.Network == network.Id).OrderBy(c => c.ReceivedAt)];
    }

    /// <summary>The open claims of a notice.</summary>
    public async Task<IReadOnlyList<NetworkClaim>> Of(Notice notice, CancellationToken cancel) =>
        [.. ClaimsOf(notice, data.With(await register.Read(TimeSpan.FromSeconds(1), cancel)))];

    /// <summary>Takes a network's answer.</summary>
    public async Task<ClaimResult> Answer(string id, Network network, Caller by, bool listed, string? reason, CancellationToken cancel) =>
        // Once more where somebody was told or asked about it meanwhile.
        await TryAnswer(id, network, by, listed, reason, cancel) is var result and not ClaimResult.Raced
            ? result
            : await TryAnswer(id, network, by, listed, reason, cancel);

    private async Task<ClaimResult> TryAnswer(string id, Network network, Caller by, bool listed, string? reason, CancellationToken cancel)
    {
        if (await notices.Find(id, cancel) is not { Status: NoticeStatus.Query } notice || !notice.Problems.Any(p => Asks(p, network.Id)))
            return new ClaimResult.Unknown();
        var answer = new NetworkResponse(network.Id, listed, by.Name, clock.GetUtcNow(), reason);
        var answered = notice with { NetworkAnswers = [.. notice.NetworkAnswers.Where(a => a.Network != network.Id), answer] };
        if (listed)
            answered = Settled(answered with { Problems = [.. notice.Problems.Where(p => !Asks(p, network.Id))] }, clock.GetUtcNow());
        return await notices.Save(answered, cancel) is { } saved ? new ClaimResult.Taken(saved) : new ClaimResult.Raced();
    }

    // What else is open keeps it where it is.
    private static Notice Settled(Notice notice, DateTimeOffset now) => notice.Problems.Select(p => (Outcome?)p.Outcome).Max() switch
    {
        Outcome.Refuse or Outcome.Query => notice,
        Outcome.Hold when notice is { ConfirmedBy: null, Objection: null } => notice.Asking(NoticeStatus.Held, now),
        Outcome.Link => notice,
        Outcome.Hold or Outcome.Warn or null => notice.Now(NoticeStatus.Review),
        _ => throw new NotSupportedException("Unknown outcome."),
    };

    private static IEnumerable<NetworkClaim> ClaimsOf(Notice notice, Reference reference)
    {
        var asked = notice.Problems.Where(p => p.Code == ProblemCode.V30).Select(p => p.Arguments[0]).ToHashSet();
        return asked.Count == 0
            ? []
            : NoticeParser.Read(notice.Form, notice.Sender, notice.ReceivedAt, reference).Changes.OfType<Change.SetMembership>()
                .Select(c => c.Membership).Where(m => asked.Contains(m.Network))
                .Select(m => new NetworkClaim(notice.Id, m.State, m.Network, m.Role, m.ValidFrom, m.ValidTo, notice.ReceivedAt));
    }

    private static bool Asks(Problem problem, string network) => problem.Code == ProblemCode.V30 && problem.Arguments[0] == network;
}
