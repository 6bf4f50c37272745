using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Claiming;

public sealed class ClaimRecordTests : ClaimCase
{
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
}
