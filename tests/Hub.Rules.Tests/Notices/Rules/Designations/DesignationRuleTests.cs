using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Rules;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules.Designations;

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

    private static JsonObject Designating(string instrument, string article, string matter, string? scope = null) => Sample.Designating(
        $$"""{"designations":[{"instrument":"{{instrument}}","article":"{{article}}","matter":"{{matter}}","scope":"{{scope}}"}]}""");

    private static JsonObject Declaring(string value) => Sample.Notice(
        NoticeKind.LegalBasisDeclaration, Sample.Object($$"""{"legalBasis":{"instrument":"UNTOC","value":"{{value}}"} }"""));

    private static string Json<T>(T value) where T : struct, Enum => Codes.Code(value);
}
