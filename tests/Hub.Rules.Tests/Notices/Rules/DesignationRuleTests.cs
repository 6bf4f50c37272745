using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Rules;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules;

public sealed class DesignationRuleTests
{
    private const string Place = "/changes/0/authority/designations/0";
    private static readonly Reference Nobody = Sample.Reference();

    [Fact]
    public void V03_asks_about_a_pair_that_is_not_allowed()
    {
        Trips(Designating("UNTOC", "19", "MLA"), ProblemCode.V03, Outcome.Query, Place);
        Trips(Designating("UNTOC-TIP", "10", "MLA"), ProblemCode.V03, Outcome.Query, Place);
        // Its own article 13 is about confiscation; the liaison is the Firearms Protocol's.
        Trips(Designating("UNTOC", "13", "FIREARMS_LIAISON"), ProblemCode.V03, Outcome.Query, Place);
        Trips(Designating("UNTOC", "17", "DRUG_SMUGGLING_SEA"), ProblemCode.V03, Outcome.Query, Place);
        foreach (var pair in Pairs.Allowed)
            Passes(Designating(Json(pair.Instrument), pair.Article, Json(pair.Matter)), ProblemCode.V03);
    }

    [Fact]
    public void V04_tells_apart_the_article_of_another_instrument()
    {
        Trips(Designating("UNTOC", "46", "MLA"), ProblemCode.V04, Outcome.Query, Place);
        Trips(Designating("UNTOC", "8", "MIGRANT_SMUGGLING_SEA"), ProblemCode.V04, Outcome.Query, Place);
        Passes(Designating("UNTOC", "13", "FIREARMS_LIAISON"), ProblemCode.V04);
        Passes(Designating("UNCAC", "46", "MLA"), ProblemCode.V04);
    }

    [Fact]
    public void V05_asks_who_is_no_party_or_contradicts_its_declaration()
    {
        Trips(Designating("UNTOC-FA", "13", "FIREARMS_LIAISON"), ProblemCode.V05, Outcome.Query, $"{Place}/instrument");
        Passes(Designating("UNTOC-SOM", "8", "MIGRANT_SMUGGLING_SEA"), ProblemCode.V05);
        var declared = Nobody with
        {
            Register = RegisterSnapshot.Empty.With(
                [new StateWrite(new() { State = Sample.State, LegalBasis = [new(Instrument.Untoc, LegalBasisValue.Yes)] })], Head.Empty),
        };
        Trips(Declaring("NO"), ProblemCode.V05, Outcome.Query, "/changes/0/legalBasis/value", reference: declared);
        Passes(Declaring("YES"), ProblemCode.V05, reference: declared);
        Passes(Declaring("NO"), ProblemCode.V05, reference: Nobody);
    }

    [Fact]
    public void V06_asks_which_of_two_authorities_ends()
    {
        Trips(Sample.Designating(), ProblemCode.V06, Outcome.Query, Place);
        Passes(Replacing(Sample.Record), ProblemCode.V06);
        Passes(Designating("UNTOC", "16", "EXTRADITION"), ProblemCode.V06);
        Passes(Sample.Designating(), ProblemCode.V06, reference: Sample.Reference(Sample.Authority(state: Sample.OtherState)));
    }

    [Fact]
    public void V06_asks_about_two_new_authorities_for_one_pair_in_one_notice()
    {
        var twice = Sample.Notice(
            NoticeKind.NewDesignation, new JsonObject { ["authority"] = Sample.AuthorityJson() },
            new JsonObject { ["authority"] = Sample.AuthorityJson("""{"authorityName":{"en":"Another office"}}""") });
        Trips(twice, ProblemCode.V06, Outcome.Query, "/changes/1/authority/designations/0", reference: Nobody);
        twice["changes"]![1]!["authority"]!["designations"]![0]!["scope"] = "Cybercrime only";
        Passes(twice, ProblemCode.V06, reference: Nobody);
        var words = string.Concat(Enumerable.Repeat("requests of the courts of the capital ", 8));
        twice["changes"]![0]!["authority"]!["designations"]![0]!["scope"] = words;
        twice["changes"]![1]!["authority"]!["designations"]![0]!["scope"] = $"{words}and of the islands";
        Passes(twice, ProblemCode.V06, reference: Nobody);
    }

    [Fact]
    public void V06_lets_each_part_of_a_State_have_its_own_authority()
    {
        var elsewhere = Sample.Authority();
        elsewhere = elsewhere with { Public = elsewhere.Public with { Jurisdiction = "XA-01" } };
        Passes(Sample.Designating(), ProblemCode.V06, reference: Sample.Reference(elsewhere));
        Passes(Sample.Designating("""{"jurisdiction":"XA-02"}"""), ProblemCode.V06, reference: Sample.Reference(elsewhere));
        Trips(
            Sample.Designating("""{"jurisdiction":"xa-01"}"""),
            ProblemCode.V06,
            Outcome.Query,
            Place,
            reference: Sample.Reference(elsewhere));
        var both = Sample.Notice(
            NoticeKind.NewDesignation, new JsonObject { ["authority"] = Sample.AuthorityJson("""{"jurisdiction":"XA-01"}""") },
            new JsonObject { ["authority"] = Sample.AuthorityJson("""{"jurisdiction":"XA-02"}""") });
        Passes(both, ProblemCode.V06, reference: Nobody);
    }

    [Fact]
    public void V06_does_not_ask_again_who_said_that_none_ends() => Passes(Replacing("none"), ProblemCode.V06);

    [Fact]
    public void V07_warns_of_a_split_by_offence()
    {
        Trips(Designating("UNTOC", "16", "EXTRADITION", "corruption only"), ProblemCode.V07, Outcome.Warn, $"{Place}/scope");
        Passes(Designating("UNTOC", "16", "EXTRADITION"), ProblemCode.V07);
    }

    [Theory]
    [InlineData("Incoming requests only", false)]
    [InlineData("demandes sortantes", false)]
    [InlineData("solicitudes entrantes", false)]
    [InlineData("Northern region", false)]
    [InlineData("Hong Kong", false)]
    [InlineData("all", false)]
    [InlineData("Только входящие запросы", false)]
    [InlineData("incoming requests in drug cases", true)]
    [InlineData("délits fiscaux", true)]
    [InlineData("delitos de corrupción", true)]
    [InlineData("جرائم الفساد", true)]
    [InlineData("something else", true)]
    [InlineData("Scotland", false)]
    [InlineData("England and Wales", false)]
    [InlineData("Requests concerning Northern Ireland", false)]
    [InlineData("Zanzibar", false)]
    [InlineData("Murder", true)]
    [InlineData("Bribery and Extortion", true)]
    [InlineData("Human Trafficking", true)]
    public void V07_is_about_offences_and_not_about_direction_or_place(string scope, bool trips)
    {
        var notice = Designating("UNTOC", "16", "EXTRADITION", scope);
        if (trips)
            Trips(notice, ProblemCode.V07, Outcome.Warn, $"{Place}/scope");
        else
            Passes(notice, ProblemCode.V07);
    }

    [Theory]
    [InlineData("Arvenia", true)]
    [InlineData("xaa", true)]
    [InlineData("XAA", false)]
    public void V08_says_how_it_read_the_State(string state, bool trips)
    {
        var notice = Sample.Designating(notice: $$"""{"state":"{{state}}"}""");
        if (trips)
            Trips(notice, ProblemCode.V08, Outcome.Warn, "/state");
        else
            Passes(notice, ProblemCode.V08);
    }

    [Theory]
    [InlineData("Korea", "Republic of Korea (KOR), Democratic People’s Republic of Korea (PRK)")]
    [InlineData("Atlantis", "")]
    [InlineData("Republic", "")]
    public void V08_says_which_States_may_be_meant(string state, string candidates)
    {
        var problems = Sample.Read(Sample.Designating(notice: $$"""{"state":"{{state}}"}""")).Problems;
        var refused = Assert.Single(problems, p => p.Field == "/state" && p.Outcome == Outcome.Refuse);
        Assert.Equal(candidates.Length > 0 ? ProblemCode.V08 : ProblemCode.F06, refused.Code);
        Assert.Equal(candidates, string.Join("", refused.Arguments.Skip(1)).Replace('\'', '’'));
    }

    [Fact]
    public void V08_warns_of_a_territory_sent_as_a_State() =>
        Trips(Sample.Designating(notice: """{"state":"REU"}"""), ProblemCode.V08, Outcome.Warn, "/state", Callers.First);

    [Fact]
    public void V31_asks_for_a_nil_declaration_where_nobody_is_left()
    {
        var withdrawal = Sample.Notice(NoticeKind.Withdrawal, Sample.Object($$"""{"recordId":"{{Sample.Record}}"}"""));
        Trips(withdrawal, ProblemCode.V31, Outcome.Warn, "/changes/0");
        Passes(withdrawal, ProblemCode.V31, reference: Sample.Reference(Sample.Authority(), Sample.Authority("another")));
        var nil = Sample.Register(Sample.Authority()).With(
            [new StateWrite(new() { State = Sample.State, NilDeclarations = [new(Sample.Mla, Sample.Today)] })], Head.Empty);
        Passes(withdrawal, ProblemCode.V31, reference: Sample.Data.With(nil));
    }

    [Fact]
    public void V31_counts_neither_who_goes_in_the_same_notice_nor_a_nil_of_an_earlier_time()
    {
        var both = Sample.Notice(
            NoticeKind.Withdrawal, Sample.Object($$"""{"recordId":"{{Sample.Record}}"}"""), Sample.Object("""{"recordId":"another"}"""));
        var left = Sample.Read(both, reference: Sample.Reference(Sample.Authority(), Sample.Authority("another"))).Problems;
        Assert.Equal(["/changes/0", "/changes/1"], left.Where(p => p.Code == ProblemCode.V31).Select(p => p.Field));

        var since = Sample.Authority();
        since = since with
        {
            Restricted = since.Restricted with
            {
                Designations = [Sample.Designation(Sample.Mla) with { EffectiveFrom = Sample.Today.AddDays(-10) }],
            },
        };
        var earlier = Sample.Register(since).With(
            [new StateWrite(new() { State = Sample.State, NilDeclarations = [new(Sample.Mla, Sample.Today.AddDays(-11))] })], Head.Empty);
        var withdrawal = Sample.Notice(NoticeKind.Withdrawal, Sample.Object($$"""{"recordId":"{{Sample.Record}}"}"""));
        Trips(withdrawal, ProblemCode.V31, Outcome.Warn, "/changes/0", reference: Sample.Data.With(earlier));
    }

    private static JsonObject Designating(string instrument, string article, string matter, string? scope = null) => Sample.Designating(
        $$"""{"designations":[{"instrument":"{{instrument}}","article":"{{article}}","matter":"{{matter}}","scope":"{{scope}}"}]}""");

    private static JsonObject Declaring(string value) => Sample.Notice(
        NoticeKind.LegalBasisDeclaration, Sample.Object($$"""{"legalBasis":{"instrument":"UNTOC","value":"{{value}}"} }"""));

    private static JsonObject Replacing(string record)
    {
        var notice = Sample.Designating(notice: """{"kind":"CHANGE_OF_DESIGNATION"}""");
        notice["changes"]![0]!["replaces"] = record;
        return notice;
    }

    private static string Json<T>(T value) where T : struct, Enum => Codes.Code(value);
}
