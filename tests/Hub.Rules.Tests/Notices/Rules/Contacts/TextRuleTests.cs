using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules.Contacts;

public sealed class TextRuleTests
{
    [Fact]
    public void V22_composes_what_came_decomposed()
    {
        var notice = Sample.Designating("""{"authorityName":{"en":"Office","fr":"Autorite\u0301"} }""");
        Trips(notice, ProblemCode.V22, Outcome.Warn, "/changes/0/authority/authorityName/fr");
        Assert.Equal("Autorité", ((Change.Designate)Sample.Read(notice).Changes[0]).Restricted.AuthorityName["fr"]);
        Passes(Sample.Designating("""{"authorityName":{"fr":"Autorité"} }"""), ProblemCode.V22);
    }

    [Theory]
    [InlineData("comments", "\\u000b")]
    [InlineData("comments", "\\u0001")]
    [InlineData("comments", "\\uffff")]
    [InlineData("unitName", "\\u0085\\u009f")]
    [InlineData("legalSummary", "\\ufdd0")]
    public void V22_asks_about_characters_that_no_document_can_carry(string field, string character)
    {
        var set = $$"""{"{{field}}":"Office{{character}} of Legal Cooperation"}""";
        Trips(Sample.Amending(set), ProblemCode.V22, Outcome.Query, $"/changes/0/set/{field}");
        Trips(Sample.Designating(set), ProblemCode.V22, Outcome.Query, $"/changes/0/authority/{field}");
    }

    [Fact]
    public void V22_asks_wherever_a_text_stands()
    {
        Trips(Sample.Designating(notice: """{"text":"a\u0007b"}"""), ProblemCode.V22, Outcome.Query, "/text");
        Trips(Sample.Amending("""{"requiredInformation":{"MLA":"\u0000"} }"""), ProblemCode.V22, Outcome.Query,
            "/changes/0/set/requiredInformation/MLA");
        Passes(Sample.Amending("""{"comments":"Line one\nLine two\tand\r\nmore 😀 السَّنغال"}"""), ProblemCode.V22);
    }

    [Fact]
    public void V22_composes_every_text_of_a_record()
    {
        var notice = Sample.Designating(
            """{"comments":"Autorite\u0301","lawLinks":[{"url":"https://law.example","title":"Loi no\u0302"}]}""");
        Assert.Equal(
            ["/changes/0/authority/comments", "/changes/0/authority/lawLinks/0/title"],
            Sample.Read(notice).Problems.Where(p => p.Code == ProblemCode.V22).Select(p => p.Field).Order());
        Assert.Equal("Autorité", Designated(notice).Comments);
    }

    [Theory]
    [InlineData("Office\\uDB40\\uDC41", "U+E0041")]
    [InlineData("Off\\u034Fice", "U+034F")]
    [InlineData("\\u3164Office", "U+3164")]
    [InlineData("Office\\u2800of Justice", "U+2800")]
    [InlineData("\\u200B\\u2060", "U+200B")]
    [InlineData(" \\u200D\\uFE0F ", "U+200D")]
    public void V22_asks_about_what_nobody_can_see(string text, string sign)
    {
        var notice = Sample.Amending($$"""{"parentInstitution":"{{text}}"}""");
        Trips(notice, ProblemCode.V22, Outcome.Query, "/changes/0/set/parentInstitution");
        Assert.Contains(Sample.Read(notice).Problems, p => p.Code == ProblemCode.V22 && p.Arguments[0] == sign);
        Trips(Sample.Designating(notice: $$"""{"officialRef":"{{text}}"}"""), ProblemCode.V22, Outcome.Query, "/officialRef");
    }

    [Fact]
    public void V22_takes_marks_of_where_words_may_break_out_and_leaves_joiners()
    {
        const string Broken = "\uFEFFMinis\u00ADtry\u200B of \u2060Justice";
        var notice = Sample.Designating($$"""{"parentInstitution":"{{Broken}}","comments":"ن\u200Cمی \u200D क्\u200Dष ❤\uFE0F"}""");
        Trips(notice, ProblemCode.V22, Outcome.Warn, "/changes/0/authority/parentInstitution");
        Assert.Equal("Ministry of Justice", Designated(notice).ParentInstitution);
    }

    private static AuthorityRestricted Designated(System.Text.Json.Nodes.JsonObject notice) =>
        ((Change.Designate)Sample.Read(notice).Changes[0]).Restricted;
}
