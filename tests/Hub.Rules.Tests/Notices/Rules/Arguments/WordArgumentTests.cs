using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules.Arguments;

public sealed class WordArgumentTests : ArgumentCase
{
    [Theory]
    [InlineData("cantons", false)]
    [InlineData("领土", false)]
    [InlineData("только полученные", false)]
    [InlineData("发出", false)]
    [InlineData("kidnapping", true)]
    [InlineData("blanchiment", true)]
    [InlineData("毒品", true)]
    [InlineData("Japan", false)]
    [InlineData("requests from Japan", false)]
    [InlineData("of the", true)]
    [InlineData("Wales and others", true)]
    [InlineData("WALES", true)]
    public void V07_knows_words_of_many_languages(string scope, bool trips)
    {
        var notice = Designating("UNTOC", "16", "EXTRADITION", scope);
        if (trips)
            Trips(notice, ProblemCode.V07, Outcome.Warn, "/changes/0/authority/designations/0/scope");
        else
            Passes(notice, ProblemCode.V07);
    }

    [Fact]
    public void What_cannot_be_approved_says_why_and_how_many_have_to_approve_what_can()
    {
        Assert.Equal((null, 2), (Sample.Read(Sample.Designating(Extradition)) is var d ? d.Obstacle() : "", d.Reviewers));
        Assert.Equal((null, 1), (Sample.Read(Sample.Amending("""{"comments":"x"}""")) is var a ? a.Obstacle() : "", a.Reviewers));
        Assert.Null(a.Gravest);
        Assert.StartsWith("Its form no longer fits the register", Sample.Read(Designating("UNTOC", "x", "MLA")).Obstacle());
        Assert.StartsWith(
            "A date in it can be read in two ways (V24)",
            Sample.Read(Sample.Amending("""{"comments":"x"}""", """{"noteDate":"03/04/2025"}""")).Obstacle());
        var whole = Sample.Read(Sample.Amending("""{"comments":"x"}"""));
        Assert.StartsWith("One of its changes could not be understood", (whole with { Changes = [] }).Obstacle());
        Assert.StartsWith("Its form no longer fits the register", (whole with { Form = null }).Obstacle());
    }
}
