using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules.Contacts;

public sealed class LinkRuleTests
{
    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("data:text/html,<script>")]
    [InlineData("file:///etc/passwd")]
    [InlineData("vbscript:x")]
    [InlineData("https://user:secret@justice.example")]
    [InlineData("https://justice.example/a b")]
    [InlineData("https://")]
    [InlineData("justice")]
    public void A_link_that_is_none_to_a_page_is_refused(string link)
    {
        Assert.Contains(
            Sample.Read(Sample.Designating($$"""{"website":"{{link}}"}""")).Problems,
            p => (p.Code, p.Outcome, p.Field) == (ProblemCode.F03, Outcome.Refuse, "/changes/0/authority/website"));
        Assert.Contains(
            Sample.Read(Sample.Amending($$"""{"lawLinks":[{"url":"{{link}}"}]}""")).Problems,
            p => (p.Code, p.Outcome, p.Field) == (ProblemCode.F03, Outcome.Refuse, "/changes/0/set/lawLinks/0/url"));
    }

    [Fact]
    public void A_link_without_its_scheme_gets_it()
    {
        var change = (Change.Designate)Sample.Read(Sample.Designating("""{"website":"www.justice.example/en"}""")).Changes[0];
        Assert.Equal("https://www.justice.example/en", change.Public.Website);
    }

    [Fact]
    public void V27_takes_links_as_they_are_and_says_so()
    {
        Trips(
            Sample.Designating("""{"website":"https://justice.example"}"""), ProblemCode.V27, Outcome.Warn, "/changes/0/authority/website");
        Trips(Sample.Amending("""{"website":"https://justice.example"}"""), ProblemCode.V27, Outcome.Warn, "/changes/0/set/website");
        Passes(Sample.Amending("""{"website":null}"""), ProblemCode.V27);
        var law = """{"lawLinks":[{"url":"https://law.example/16"}]}""";
        Trips(Sample.Designating(law), ProblemCode.V27, Outcome.Warn, "/changes/0/authority/lawLinks/0/url");
        Trips(Sample.Amending(law), ProblemCode.V27, Outcome.Warn, "/changes/0/set/lawLinks/0/url");
    }

    [Theory]
    [InlineData("https://police.n\u043er.example/a?b#c", "https://police.xn--nr-fmc.example/a?b#c")]
    [InlineData("https://\uff4austice.example", "https://justice.example")]
    [InlineData("justice\u3002example/x", "https://justice.example/x")]
    public void V22_says_that_the_name_in_a_link_became_one_that_everybody_sees_as_it_is(string written, string kept)
    {
        var notice = Sample.Designating($$"""{"website":"{{written}}"}""");
        Trips(notice, ProblemCode.V22, Outcome.Warn, "/changes/0/authority/website");
        Assert.Equal(kept, ((Hub.Register.Log.Change.Designate)Sample.Read(notice).Changes[0]).Public.Website);
        Passes(Sample.Designating("""{"website":"https://юстиция.example/путь"}"""), ProblemCode.V22);
        Passes(Sample.Designating("""{"website":"justice.example"}"""), ProblemCode.V22);
    }
}
