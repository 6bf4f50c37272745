using FsCheck;
using FsCheck.Fluent;
using Hub.Operations.Links;
using Hub.Register.Laws;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Operations.Links;

public sealed class LinkFailureTests : LinkCase
{
    [Theory]
    [InlineData(2, 14, false)]
    [InlineData(3, 14, true)]
    [InlineData(3, 13, false)]
    [InlineData(9, 13, false)]
    [InlineData(9, 60, true)]
    public void An_address_is_broken_after_three_failures_in_two_weeks_and_no_sooner(int times, int days, bool isBroken)
    {
        var check = After(New, Page("the law"));
        for (var i = 0; i < times; i++)
            check = After(check, new LinkAnswer.Missing(), Sample.Now.AddDays(7 + days * i / (times - 1d)));
        Assert.Equal(isBroken ? LinkStatus.Broken : LinkStatus.Ok, check.Status);
    }

    [Fact]
    public void One_answer_ends_the_count()
    {
        var failed = After(After(New, new LinkAnswer.Missing()), new LinkAnswer.Missing(), Sample.Now.AddDays(7));
        var back = After(failed, Page("the law"), Sample.Now.AddDays(14));
        Assert.Equal((LinkStatus.Ok, 0, null), (back.Status, back.Failures, back.FailingSince));
        Assert.Equal(LinkStatus.Ok, After(back, new LinkAnswer.Missing(), Sample.Now.AddDays(21)).Status);
    }

    [Fact]
    public void A_site_that_lets_no_program_look_is_not_called_broken_and_a_bad_certificate_is_said_at_once() => Assert.Equal(
        (LinkStatus.Blocked, LinkStatus.CertError),
        (After(New, new LinkAnswer.Blocked()).Status, After(New, new LinkAnswer.BadCertificate()).Status));

    [Fact]
    public void Whatever_is_answered_it_is_looked_at_again_within_a_week_and_only_dead_ones_are_said_to_be() => Prop.ForAll(
        Gen.ListOf(Gen.Choose(0, 4)).ToArbitrary(), kinds =>
        {
            var (check, at, misses) = (New, Sample.Now, 0);
            foreach (var kind in kinds)
            {
                var answer = Answer(kind);
                check = After(check, answer, at);
                misses = answer is LinkAnswer.Missing ? misses + 1 : answer is LinkAnswer.BadCertificate ? misses : 0;
                if (check.DueAt != at.AddDays(7) || (check.Status == LinkStatus.Broken && misses < LinkVerdict.MostFailures))
                    return false;
                at = check.DueAt;
            }
            return true;
        }).QuickCheckThrowOnFailure();

    private static LinkAnswer Answer(int kind) => kind switch
    {
        0 => new LinkAnswer.Missing(), 1 => new LinkAnswer.Blocked(), 2 => new LinkAnswer.BadCertificate(), 3 => File(1), _ => Page("text"),
    };
}
