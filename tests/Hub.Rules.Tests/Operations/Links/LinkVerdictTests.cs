using Hub.Operations.Links;
using Hub.Register.Laws;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Operations.Links;

public sealed class LinkVerdictTests : LinkCase
{
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
}
