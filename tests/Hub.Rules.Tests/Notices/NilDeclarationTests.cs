using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Rules;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices;

/// <summary>What a State says it has no authority for goes into the public log as it is.</summary>
public sealed class NilDeclarationTests
{
    private const string Article = "/changes/0/pair/article";

    [Theory]
    [InlineData("UNTOC", "16", "EXTRADITION")]
    [InlineData("OTHER", "9", "CULTURAL_PROPERTY")]
    [InlineData("OTHER", "13 bis", "TERRORISM")]
    [InlineData("OTHER", "7(2)(a)", "TERRORISM")]
    [InlineData("OTHER", "20A", "TERRORISM")]
    [InlineData("OTHER", "18, para. 13", "TERRORISM")]
    public void An_article_is_a_number_with_its_letter_and_paragraph(string instrument, string article, string matter) =>
        Assert.Empty(Nil(instrument, article, matter, Sample.Reference()));

    [Theory]
    [InlineData("call +999 155 5010 evil@evil.example")]
    [InlineData("18 evil.example")]
    [InlineData("18\n")]
    [InlineData("9991555010")]
    [InlineData("")]
    [InlineData("\u200B")]
    public void Any_other_text_is_refused_whatever_the_instrument(string article)
    {
        foreach (var (instrument, matter) in new[] { ("UNTOC", "MLA"), ("OTHER", "TERRORISM") })
        {
            var refused = Assert.Single(Nil(instrument, article, matter, Sample.Reference()), p => p.Outcome == Outcome.Refuse);
            Assert.Equal((ProblemCode.F03, Article), (refused.Code, refused.Field));
        }
    }

    [Theory]
    [InlineData("""{"designations":[{"instrument":"UNTOC","article":"call +999 155 5010","matter":"MLA"}]}""")]
    [InlineData("""{"designations":[{"instrument":"UNTOC","article":"18 (urgent: evil@evil.example)","matter":"MLA"}]}""")]
    public void An_article_of_a_designation_is_held_to_the_same(string authority)
    {
        var refused = Sample.Read(Sample.Designating(authority)).Problems.Where(p => p.Outcome == Outcome.Refuse);
        Assert.Equal("/changes/0/authority/designations/0/article", Assert.Single(refused).Field);
        var set = Sample.Read(Sample.Amending(authority)).Problems.Where(p => p.Outcome == Outcome.Refuse);
        Assert.Equal("/changes/0/set/designations/0/article", Assert.Single(set).Field);
    }

    [Theory]
    [InlineData("UNTOC", "99", "MLA", ProblemCode.V03)]
    [InlineData("UNTOC", "46", "MLA", ProblemCode.V04)]
    public void V03_V04_A_pair_that_no_instrument_has_is_asked_about(string instrument, string article, string matter, ProblemCode code)
    {
        var asked = Assert.Single(Nil(instrument, article, matter, Sample.Reference()));
        Assert.Equal((code, Outcome.Query, "/changes/0/pair"), (asked.Code, asked.Outcome, asked.Field));
    }

    [Fact]
    public void V06_warns_where_an_authority_is_designated_for_what_the_State_says_it_has_none_for()
    {
        var warned = Assert.Single(Nil("UNTOC", "18", "MLA", Sample.Reference(Sample.Authority())));
        Assert.Equal(Problem.Warn(ProblemCode.V06, "/changes/0/pair", "UNTOC 18 (MLA)", Sample.Record), warned);
    }

    [Fact]
    public void V06_is_silent_where_that_authority_goes_or_another_States_has_it()
    {
        Assert.Empty(Nil("UNTOC", "18", "MLA", Sample.Reference(Sample.Withdrawn())));
        Assert.Empty(Nil("UNTOC", "18", "MLA", Sample.Reference(Sample.Authority(state: Sample.OtherState))));
        var both = Sample.Notice(
            NoticeKind.Correction, Sample.Object($$"""{"recordId":"{{Sample.Record}}","lastDay":"2025-03-14"}"""),
            Sample.Object("""{"pair":{"instrument":"UNTOC","article":"18","matter":"MLA"}}"""));
        Assert.DoesNotContain(Sample.Read(both, Callers.First).Problems, p => p.Code == ProblemCode.V06);
    }

    private static IReadOnlyList<Problem> Nil(string instrument, string article, string matter, Reference reference) => Sample.Read(
        Sample.Notice(NoticeKind.NilDeclaration, new JsonObject
        {
            ["pair"] = new JsonObject { ["instrument"] = instrument, ["article"] = article, ["matter"] = matter },
        }), reference: reference).Problems;
}
