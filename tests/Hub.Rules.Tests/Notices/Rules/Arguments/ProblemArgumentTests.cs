using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules.Arguments;

/// <summary>What a problem says beside its place: whoever reads it sees what was written, and what may be meant.</summary>
public sealed class ProblemArgumentTests : ArgumentCase
{
    [Theory]
    [MemberData(nameof(Table))]
    public void A_problem_says_what_was_written_and_what_may_be_meant(ProblemCode code, JsonObject notice, string[] says) =>
        Assert.Equal(says, Assert.Single(Sample.Read(notice).Problems, p => p.Code == code).Arguments);

    [Fact]
    public void V19_says_both_days_and_V20_the_field()
    {
        var late = Sample.Read(
            Sample.Amending("""{"comments":"x"}""", """{"noteDate":"2025-03-09"}"""),
            reference: SetBy(OfficeRole.Mission, 1, new DateOnly(2025, 3, 10)));
        Assert.Equal(["2025-03-09", "2025-03-10"], Assert.Single(late.Problems, p => p.Code == ProblemCode.V19).Arguments);
        var other = Sample.Read(
            Sample.Amending("""{"comments":"x"}"""), Callers.Authority, SetBy(OfficeRole.Ministry, 29, null, "comments"));
        var problem = Assert.Single(other.Problems, p => p.Code == ProblemCode.V20);
        Assert.Equal((Outcome.Query, "comments"), (problem.Outcome, Assert.Single(problem.Arguments)));
    }

    public static TheoryData<ProblemCode, JsonObject, string[]> Table => new()
    {
        {
            ProblemCode.V02, Sample.Designating(Extradition, """{"effectiveFrom":"2025-01-02"}"""),
            ["2025-01-02", "2025-03-14"]
        },
        { ProblemCode.V02, Sample.Designating(Extradition, """{"effectiveFrom":"2025-04-01"}"""), ["2025-04-01", ""] },
        { ProblemCode.F03, Designating("UNTOC", "x", "MLA"), ["18, 13 bis, 7(2)(a)"] },
        {
            ProblemCode.V03, Designating("UNTOC", "17", "EXTRADITION"),
            ["UNTOC 17 (EXTRADITION)", "UNTOC 16 (EXTRADITION), CND-1988 6 (EXTRADITION), UNCAC 44 (EXTRADITION)"]
        },
        { ProblemCode.V04, Designating("UNTOC", "46", "MLA"), ["UNTOC 46 (MLA)", "UNTOC 18 (MLA), CND-1988 7 (MLA), UNCAC 46 (MLA)"] },
        { ProblemCode.V05, Designating("UNTOC-FA", "13", "FIREARMS_LIAISON"), ["UNTOC-FA"] },
        { ProblemCode.V06, Sample.Designating(), ["UNTOC 18 (MLA)", Sample.Record] },
        { ProblemCode.V07, Designating("UNTOC", "16", "EXTRADITION", "corruption only"), ["corruption only"] },
        { ProblemCode.V09, Emails("office"), ["office", "office@ministry.example"] },
        { ProblemCode.V09, Emails("o\u2019brien@justice.example"), ["o\u2019brien@justice.example", "o'brien@justice.example"] },
        { ProblemCode.V09, Emails("a@justise.example"), ["a@justise.example", "justice.example"] },
        { ProblemCode.V10, Emails("legal@gmail.com"), ["legal@gmail.com"] },
        { ProblemCode.V11, Sample.Amending("""{"fax":[{"number":"+99915550100"}]}"""), ["+99915550100", "+99915550100"] },
        { ProblemCode.V12, Hours(",\"timeZone\":\"UTC\""), ["UTC", "Africa/Dakar"] },
        { ProblemCode.V12, Hours(""), ["", "Africa/Dakar"] },
        { ProblemCode.V13, Sample.Amending("""{"languagesOfRequests":["all"]}"""), ["all"] },
        { ProblemCode.V14, Sample.Designating("""{"interpolAccepted":null}"""), [] },
        { ProblemCode.V15, Sample.Amending("""{"contactPerson":{"name":"A. B."} }"""), [] },
        { ProblemCode.V23, Sample.Designating(notice: """{"text":"As previously notified."}"""), ["As previously notified"] },
        { ProblemCode.V27, Sample.Amending("""{"website":"https://justice.example"}"""), ["https://justice.example"] },
        {
            ProblemCode.V30, Sample.Notice(NoticeKind.NetworkMembership, Sample.Object("""{"membership":{"network":"wacap"}}""")),
            ["wacap"]
        },
        { ProblemCode.V31, Withdrawing(), ["UNTOC 18 (MLA)"] },
    };
}
