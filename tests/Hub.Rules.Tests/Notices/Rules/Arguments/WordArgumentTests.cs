using Hub.Notices.Rules;
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
        var (designation, comment) = (Sample.Read(Sample.Designating(Extradition)), Sample.Read(Sample.Amending("""{"comments":"x"}""")));
        Assert.Equal((null, 2), (designation.Obstacle(), designation.Reviewers));
        Assert.Equal((null, 1, null), (comment.Obstacle(), comment.Reviewers, comment.Gravest));
        Assert.Equal(NoticeRefusal.NoLongerFits, Sample.Read(Designating("UNTOC", "x", "MLA")).Obstacle());
        Assert.Equal(
            NoticeRefusal.AmbiguousDate,
            Sample.Read(Sample.Amending("""{"comments":"x"}""", """{"noteDate":"03/04/2025"}""")).Obstacle());
        Assert.Equal(NoticeRefusal.ChangeNotUnderstood, (comment with { Changes = [] }).Obstacle());
        Assert.Equal(NoticeRefusal.NoLongerFits, (comment with { Form = null }).Obstacle());
    }
}
