using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hub.Operations.Links;
using Hub.Register.Laws;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Operations.Links;

public sealed class LinkVerdictTests
{
    private static readonly Law Law = SampleLaws.Law();
    private static readonly LinkCheck New = new() { LawId = Law.LawId, Url = Law.OfficialUrl! };

    [Fact]
    public void A_page_that_is_there_is_looked_at_again_in_a_week()
    {
        var check = After(New, Page("the law"));
        Assert.Equal(
            (LinkStatus.Ok, Sample.Now, Sample.Now.AddDays(7), null), (check.Status, check.CheckedOn, check.DueAt, check.FinalUrl));
    }

    [Fact]
    public void A_page_elsewhere_is_a_redirect_and_says_where() => Assert.Equal(
        (LinkStatus.Redirect, "https://laws.arvenia.example/new"),
        After(New, Page("the law", "https://laws.arvenia.example/new")) is var check ? (check.Status, check.FinalUrl) : default);

    [Theory]
    [InlineData("seen 12,345 times today", LinkStatus.Ok)]
    [InlineData("SEEN  times — today!", LinkStatus.Ok)]
    [InlineData("seen many times today", LinkStatus.Changed)]
    public void Figures_marks_and_scripts_do_not_make_another_text(string text, LinkStatus status)
    {
        var first = After(New, Page("<script>token = 'abc'</script>seen 1 times today<style>x</style>"));
        Assert.Equal(status, After(first, Page($"<script>token = 'xyz'</script>{text}"), Sample.Now.AddDays(7)).Status);
    }

    [Fact]
    public void What_changed_stays_changed_until_the_State_confirms_the_law()
    {
        var changed = After(After(New, Page("one")), Page("two"), Sample.Now.AddDays(7));
        Assert.Equal(LinkStatus.Changed, After(changed, Page("two"), Sample.Now.AddDays(14)).Status);
        var confirmed = LinkVerdict.Of(changed, Law with { LastConfirmed = Sample.Now.AddDays(8) }, Page("two"), Sample.Now.AddDays(14));
        Assert.Equal(LinkStatus.Ok, confirmed.Status);
    }

    [Fact]
    public void A_page_that_lost_the_title_and_half_its_text_is_not_the_law_any_more()
    {
        var first = After(New, Page($"{Law.TitleOriginal}. {new string('x', 500)}"));
        Assert.Equal(LinkStatus.Soft404, After(first, Page("Page introuvable"), Sample.Now.AddDays(7)).Status);
        Assert.Equal(LinkStatus.Changed, After(first, Page($"{Law.TitleOriginal}"), Sample.Now.AddDays(7)).Status);
        Assert.Equal(LinkStatus.Changed, After(first, Page(new string('y', 500)), Sample.Now.AddDays(7)).Status);
    }

    [Fact]
    public void A_file_is_known_again_by_its_bytes()
    {
        var first = After(New, File(1, 2, 3));
        Assert.Equal(LinkStatus.Ok, After(first, File(1, 2, 3), Sample.Now.AddDays(7)).Status);
        Assert.Equal(LinkStatus.Changed, After(first, File(1, 2, 4), Sample.Now.AddDays(7)).Status);
    }

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
    public void A_site_that_lets_no_program_look_is_not_called_broken_and_a_bad_certificate_is_said_at_once()
    {
        Assert.Equal((LinkStatus.Blocked, 0), After(New, new LinkAnswer.Blocked()) is var b ? (b.Status, b.Failures) : default);
        Assert.Equal(LinkStatus.CertError, After(New, new LinkAnswer.BadCertificate()).Status);
    }

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

    private static LinkCheck After(LinkCheck check, LinkAnswer answer, DateTimeOffset? at = null) =>
        LinkVerdict.Of(check, Law, answer, at ?? Sample.Now);

    private static LinkAnswer.Found Page(string html, string? at = null) => new(at ?? Law.OfficialUrl!, Encoding.UTF8.GetBytes(html), true);

    private static LinkAnswer.Found File(params byte[] bytes) => new(Law.OfficialUrl!, bytes, false);
}
