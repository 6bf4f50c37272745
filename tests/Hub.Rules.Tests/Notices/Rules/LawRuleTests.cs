using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules;

public sealed class LawRuleTests
{
    private const string Law = "/changes/0/law";

    [Fact]
    public void A_law_in_order_trips_nothing() => Assert.Empty(Sample.Read(SampleLaws.Bringing()).Problems);

    [Theory]
    [InlineData(ProblemCode.L01, """{"dates":{"adopted":null,"published":null} }""", "dates")]
    [InlineData(ProblemCode.L01, """{"officialUrl":null}""", "officialUrl")]
    [InlineData(ProblemCode.L03, """{"provisions":[{"label":"art. 1","articles":[]}]}""", "provisions/0/articles")]
    [InlineData(ProblemCode.L03, """{"provisions":[{"label":"1","articles":[{"instrument":"UNTOC","article":"42"}]}]}""", "provisions/0/articles/0")]
    [InlineData(ProblemCode.L03, """{"provisions":[{"label":"1","articles":[{"instrument":"UNTOC","article":"0"}]}]}""", "provisions/0/articles/0")]
    [InlineData(ProblemCode.L03, """{"provisions":[{"label":"1","articles":[{"instrument":"OTHER","article":"1"}]}]}""", "provisions/0/articles/0")]
    [InlineData(ProblemCode.L03, """{"provisions":[{"label":"1","articles":[{"instrument":"UNTOC-TIP","article":"21"}]}]}""", "provisions/0/articles/0")]
    [InlineData(
        ProblemCode.L03, """{"provisions":[{"label":"1","articles":[{"instrument":"UNTOC","article":"18","paragraph":"3 a"}]}]}""",
        "provisions/0/articles/0")]
    [InlineData(ProblemCode.L04, """{"dates":{"published":"2019-03-13"} }""", "dates/published")]
    [InlineData(ProblemCode.L04, """{"dates":{"inForce":"2019-03-13"} }""", "dates/inForce")]
    [InlineData(ProblemCode.L04, """{"dates":{"lastAmended":"2019-03-13"} }""", "dates/lastAmended")]
    [InlineData(ProblemCode.L04, """{"dates":{"lastAmended":"2025-03-15"} }""", "dates/lastAmended")]
    [InlineData(ProblemCode.L04, """{"dates":{"adopted":"2025-03-15","published":null} }""", "dates/adopted")]
    [InlineData(ProblemCode.L05, """{"languages":[{"language":"en","kind":"STATE_TRANSLATION","by":"MoJ"}]}""", "languages/0/translatedFrom")]
    [InlineData(ProblemCode.L05, """{"languages":[{"language":"en","kind":"MACHINE","translatedFrom":"fr"}]}""", "languages/0/by")]
    [InlineData(
        ProblemCode.L05, """{"languages":[{"language":"en","kind":"OTHER","translatedFrom":"fr","by":"A bar","prevails":true}]}""",
        "languages/0/prevails")]
    [InlineData(ProblemCode.L06, """{"status":"REPEALED","dates":{"repealed":"2024-01-01"} }""", "repealedBy")]
    [InlineData(ProblemCode.L06, """{"status":"REPEALED","repealedBy":"none"}""", "dates/repealed")]
    [InlineData(ProblemCode.L06, """{"dates":{"repealed":"2024-01-01"} }""", "status")]
    [InlineData(ProblemCode.L06, """{"status":"REPEALED","dates":{"repealed":"2024-01-01"},"repealedBy":"law-none"}""", "repealedBy")]
    [InlineData(ProblemCode.L10, """{"language":"French"}""", "language")]
    [InlineData(ProblemCode.L10, """{"titles":{"english":"Act"} }""", "titles/english")]
    [InlineData(ProblemCode.L10, """{"languages":[{"language":"Fr","kind":"OFFICIAL"}]}""", "languages/0/language")]
    [InlineData(ProblemCode.L11, """{"citation":"ask a.person@justice.example"}""", "citation")]
    [InlineData(
        ProblemCode.L11, """{"provisions":[{"label":"1","articles":[{"instrument":"UNTOC","article":"18"}],"note":"call +999 1 555 0100"}]}""",
        "provisions/0/note")]
    public void Its_sender_is_asked(ProblemCode code, string with, string field) =>
        Trips(SampleLaws.Bringing(with), code, Outcome.Query, $"{Law}/{field}");

    [Theory]
    [InlineData(ProblemCode.L02, """{"officialUrl":"https://gov.attacker.com/law"}""", "officialUrl")]
    [InlineData(ProblemCode.L02, """{"officialUrl":"https://laws.example/1"}""", "officialUrl")]
    [InlineData(ProblemCode.L04, """{"dates":{"adopted":"1947-12-31"} }""", "dates/adopted")]
    [InlineData(ProblemCode.L09, """{"provisions":[{"label":"1","articles":[{"instrument":"UNTOC-FA","article":"5"}]}]}""", "provisions")]
    public void Its_sender_is_told(ProblemCode code, string with, string field) =>
        Trips(SampleLaws.Bringing(with), code, Outcome.Warn, $"{Law}/{field}");

    [Theory]
    [InlineData(ProblemCode.L01, """{"officialUrl":null,"citation":"JO 12 of 2019"}""")]
    [InlineData(ProblemCode.L01, """{"type":"NO_SPECIFIC_LAW","dates":{"adopted":null,"published":null},"officialUrl":null}""")]
    [InlineData(ProblemCode.L02, """{"officialUrl":"https://www.legislation.gov.uk/ukpga/2003/41"}""")]
    [InlineData(ProblemCode.L02, """{"officialUrl":"https://justice.gov/law"}""")]
    [InlineData(ProblemCode.L04, """{"dates":{"published":"2019-03-14","inForce":"2019-03-14","lastAmended":"2025-03-14"} }""")]
    [InlineData(ProblemCode.L05, """{"languages":[{"language":"en","kind":"MACHINE","translatedFrom":"fr","by":"A machine"}]}""")]
    [InlineData(ProblemCode.L06, """{"status":"REPEALED","dates":{"repealed":"2024-01-01"},"repealedBy":"none"}""")]
    [InlineData(ProblemCode.L06, """{"dates":{"repealed":"2026-01-01"} }""")]
    [InlineData(ProblemCode.L10, """{"titles":{"zh-Hant":"x","sr-Latn-RS":"y"} }""")]
    [InlineData(ProblemCode.L11, """{"citation":"Gazette 2019/41 + 2020/3, p. 12-14"}""")]
    public void What_is_in_order_passes(ProblemCode code, string with) => Passes(SampleLaws.Bringing(with), code);

    [Fact]
    public void What_is_wrong_with_fields_that_a_notice_leaves_alone_is_not_its_senders_doing()
    {
        var library = SampleLaws.Library(SampleLaws.Law("""{"officialUrl":"https://laws.example/1"}"""));
        Passes(SampleLaws.Amending("""{"shortTitle":"Entraide"}"""), ProblemCode.L02, reference: library);
        Trips(
            SampleLaws.Amending("""{"officialUrl":"https://laws.example/2"}"""), ProblemCode.L02, Outcome.Warn, "/changes/0/set/officialUrl",
            reference: library);
    }
}
