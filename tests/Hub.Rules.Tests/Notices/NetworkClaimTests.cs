using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Register.Networks;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices;

/// <summary>V30: a State claims a network that does not list it, and the network is asked.</summary>
public sealed class NetworkClaimTests
{
    private static readonly Caller Wacap = new("wacap", CallerKind.Partner);
    private readonly Desk _desk = new();

    [Fact]
    public async Task A_claim_to_a_network_that_does_not_list_the_State_is_a_task_of_that_network()
    {
        var notice = await Claim("wacap", "casc");
        Assert.Equal(NoticeStatus.Query, notice.Status);
        var claim = Assert.Single(await Claims.Open(Network("wacap"), default));
        Assert.Equal((notice.Id, Sample.State, "wacap"), (claim.Notice, claim.State, claim.Network));
        Assert.Equal(2, (await Claims.Open(null, default)).Count);
        Assert.Empty(await Claims.Open(Network("ejn"), default));
    }

    [Fact]
    public async Task A_network_is_asked_whatever_else_is_wrong_with_the_notice()
    {
        var form = Sample.Claiming("wacap");
        form["effectiveFrom"] = "2020-01-01";
        var notice = await _desk.Routed(form);
        Assert.Contains(notice.Problems, p => p.Code == ProblemCode.V02);
        Assert.Equal((NoticeStatus.Query, _desk.Clock.Now), (notice.Status, notice.DueAt));
    }

    [Fact]
    public async Task A_network_that_lists_the_State_takes_the_question_away_and_the_notice_goes_to_review()
    {
        var notice = await Claim("wacap");
        var taken = Assert.IsType<ClaimResult.Taken>(await Answer(notice, "wacap", true));
        Assert.Equal(NoticeStatus.Review, taken.Notice.Status);
        Assert.Empty(await Claims.Open(null, default));
        Assert.IsType<DecisionResult.Taken>(await _desk.Decide(notice, Callers.First, DecisionKind.Approve));
        Assert.Contains(("wacap", Sample.State), _desk.Register.Now.Memberships.Keys);
    }

    [Fact]
    public async Task An_answer_is_taken_though_the_sender_is_told_of_the_question_at_the_same_moment()
    {
        var notice = await Claim("wacap");
        _desk.Notices.Touched = notice.Id;
        Assert.IsType<ClaimResult.Taken>(await Answer(notice, "wacap", true));
    }

    [Fact]
    public async Task With_another_network_still_to_answer_it_stays_a_query()
    {
        var notice = await Claim("wacap", "casc");
        Assert.Equal(NoticeStatus.Query, Assert.IsType<ClaimResult.Taken>(await Answer(notice, "casc", true)).Notice.Status);
        Assert.Equal("wacap", Assert.Single(await Claims.Open(null, default)).Network);
        Assert.Equal(NoticeStatus.Review, Assert.IsType<ClaimResult.Taken>(await Answer(notice, "wacap", true)).Notice.Status);
    }

    [Fact]
    public async Task A_network_that_does_not_list_it_leaves_the_question_open_with_its_answer()
    {
        var notice = await Claim("wacap");
        var taken = Assert.IsType<ClaimResult.Taken>(await Answer(notice, "wacap", false, "Not a member.")).Notice;
        Assert.Equal((NoticeStatus.Query, false), (taken.Status, taken.NetworkAnswers.Single().Listed));
        Assert.IsType<DecisionResult.NotNow>(await _desk.Decide(notice, Callers.First, DecisionKind.Approve));
        var changed = Assert.IsType<ClaimResult.Taken>(await Answer(notice, "wacap", true)).Notice;
        Assert.Equal((NoticeStatus.Review, true), (changed.Status, changed.NetworkAnswers.Single().Listed));
    }

    [Fact]
    public async Task What_was_not_asked_cannot_be_answered()
    {
        var notice = await Claim("wacap");
        Assert.IsType<ClaimResult.Unknown>(await Answer(notice, "ejn", true));
        Assert.IsType<ClaimResult.Unknown>(await Answer(notice with { Id = "XAA-nothing" }, "wacap", true));
        await Answer(notice, "wacap", true);
        Assert.IsType<ClaimResult.Unknown>(await Answer(notice, "wacap", false));
    }

    [Fact]
    public async Task A_claim_says_what_the_State_says_it_is_there_and_the_oldest_comes_first()
    {
        var later = _desk.Notices.Put(await Claim("wacap") with { ReceivedAt = Sample.Now.AddDays(1) });
        var first = await _desk.Routed(Sample.Notice(NoticeKind.NetworkMembership, Sample.Object(
            """{"membership":{"network":"casc","role":"OBSERVER","validFrom":"2025-01-01","validTo":"2025-12-31"} }""")));
        Assert.Equal([first.Id, later.Id], (await Claims.Open(null, default)).Select(c => c.Notice));
        Assert.Equal(
            new NetworkClaim(
                first.Id, Sample.State, "casc", MembershipRole.Observer, new(2025, 1, 1), new(2025, 12, 31), Sample.Now),
            Assert.Single(await Claims.Of(first, default)));
        Assert.Empty(await Claims.Of(await _desk.Routed(Sample.Designating()), default));
    }

    [Fact]
    public async Task An_answer_is_kept_with_its_author_time_and_reason_in_place_of_an_earlier_one_of_that_network_alone()
    {
        var notice = await Claim("wacap", "casc");
        await Answer(notice, "wacap", false, "No.");
        await Answer(notice, "casc", false, "Not yet.");
        _desk.Clock.Advance(TimeSpan.FromDays(1));
        var taken = Assert.IsType<ClaimResult.Taken>(await Answer(notice, "wacap", false, "Not a member.")).Notice;
        Assert.Equal(
            [
                new NetworkResponse("casc", false, "wacap", Sample.Now, "Not yet."),
                new("wacap", false, "wacap", Sample.Now.AddDays(1), "Not a member."),
            ],
            taken.NetworkAnswers);
    }

    [Theory]
    [InlineData(Outcome.Refuse, null, NoticeStatus.Query)]
    [InlineData(Outcome.Query, null, NoticeStatus.Query)]
    [InlineData(Outcome.Hold, null, NoticeStatus.Held)]
    [InlineData(Outcome.Hold, "Mission", NoticeStatus.Review)]
    [InlineData(Outcome.Link, null, NoticeStatus.Query)]
    [InlineData(Outcome.Warn, null, NoticeStatus.Review)]
    public async Task What_else_is_wrong_decides_where_a_listed_claim_goes(Outcome other, string? confirmedBy, NoticeStatus status)
    {
        var notice = await Claim("wacap");
        _desk.Notices.Put(notice with
        {
            Problems = [.. notice.Problems, new(ProblemCode.V09, "/changes/0", other, []), Problem.Warn(ProblemCode.V02, "/effectiveFrom")],
            ConfirmedBy = confirmedBy,
        });
        Assert.Equal(status, Assert.IsType<ClaimResult.Taken>(await Answer(notice, "wacap", true)).Notice.Status);
    }

    [Theory]
    [InlineData("wacap", CallerKind.Partner, "wacap")]
    [InlineData("EJM", CallerKind.Partner, "ejn")]
    [InlineData("somebody", CallerKind.Partner, null)]
    [InlineData("wacap", CallerKind.State, null)]
    [InlineData("wacap", CallerKind.Reader, null)]
    public void A_partners_key_with_a_networks_name_speaks_for_it_and_no_other_key_does(string name, CallerKind kind, string? network) =>
        Assert.Equal(network, Claims.NetworkOf(new(name, kind))?.Id);

    private NetworkClaims Claims => new(_desk.Notices, _desk.Register, Sample.Data, _desk.Clock);

    private Task<ClaimResult> Answer(Notice notice, string network, bool listed, string? reason = null) =>
        Claims.Answer(notice.Id, Network(network), Wacap, listed, reason, default);

    private Task<Notice> Claim(params string[] networks) => _desk.Routed(Sample.Claiming(networks));

    private static Network Network(string id) => Sample.Data.Networks.All.Single(n => n.Id == id);
}
