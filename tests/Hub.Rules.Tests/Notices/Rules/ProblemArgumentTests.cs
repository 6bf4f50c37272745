using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules;

/// <summary>What a problem says beside its place: whoever reads it sees what was written, and what may be meant.</summary>
public sealed class ProblemArgumentTests
{
    private const string Extradition = """{"designations":[{"instrument":"UNTOC","article":"16","matter":"EXTRADITION"}]}""";

    public static TheoryData<ProblemCode, JsonObject, string[]> Table => new()
    {
        {
            ProblemCode.V02, Sample.Designating(Extradition, """{"effectiveFrom":"2025-01-02"}"""),
            ["2025-01-02", "2025-03-14"]
        },
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

    [Fact]
    public void V05_says_what_was_declared_and_V06_which_of_two_in_one_notice_came_first()
    {
        var declared = Sample.Data.With(RegisterSnapshot.Empty.With(
            [new StateWrite(new() { State = Sample.State, LegalBasis = [new(Instrument.Untoc, LegalBasisValue.Yes)] })], Head.Empty));
        var no = Sample.Notice(
            NoticeKind.LegalBasisDeclaration, Sample.Object("""{"legalBasis":{"instrument":"UNTOC","value":"NO"}}"""));
        Assert.Equal(["YES"], Assert.Single(Sample.Read(no, reference: declared).Problems, p => p.Code == ProblemCode.V05).Arguments);

        var twice = Sample.Notice(
            NoticeKind.NewDesignation, new JsonObject { ["authority"] = Sample.AuthorityJson() },
            new JsonObject { ["authority"] = Sample.AuthorityJson("""{"authorityName":{"en":"Another office"}}""") });
        Assert.Equal(
            ["UNTOC 18 (MLA)", "/changes/0/authority/designations/0"],
            Assert.Single(Sample.Read(twice, reference: Sample.Reference()).Problems, p => p.Code == ProblemCode.V06).Arguments);
    }

    [Fact]
    public void V05_asks_nothing_of_a_State_that_said_nothing_or_spoke_of_another_instrument()
    {
        foreach (var basis in new LegalBasis[]
            { new(Instrument.Untoc, LegalBasisValue.NotStated), new(Instrument.Uncac, LegalBasisValue.Yes) })
        {
            var declared = Sample.Data.With(RegisterSnapshot.Empty.With(
                [new StateWrite(new() { State = Sample.State, LegalBasis = [basis] })], Head.Empty));
            Passes(
                Sample.Notice(NoticeKind.LegalBasisDeclaration, Sample.Object("""{"legalBasis":{"instrument":"UNTOC","value":"NO"}}""")),
                ProblemCode.V05, reference: declared);
        }
    }

    [Fact]
    public void V06_warns_of_a_nil_for_what_somebody_holds_unless_that_ends_in_the_same_notice()
    {
        var nil = Sample.Object("""{"pair":{"instrument":"UNTOC","article":"18","matter":"MLA"}}""");
        var problem = Assert.Single(Sample.Read(Sample.Notice(NoticeKind.NilDeclaration, nil)).Problems, p => p.Code == ProblemCode.V06);
        Assert.Equal((Outcome.Warn, "/changes/0/pair"), (problem.Outcome, problem.Field));
        Assert.Equal(["UNTOC 18 (MLA)", Sample.Record], problem.Arguments);
        var other = Sample.Object("""{"pair":{"instrument":"UNTOC","article":"16","matter":"EXTRADITION"}}""");
        Passes(Sample.Notice(NoticeKind.NilDeclaration, other), ProblemCode.V06);
        Passes(Sample.Notice(NoticeKind.NilDeclaration, nil), ProblemCode.V06, reference: Sample.Reference(Sample.Withdrawn()));
    }

    [Fact]
    public void V06_counts_who_holds_the_pair_on_the_day_of_effect()
    {
        var ending = Sample.Reference(Sample.Withdrawn());
        Passes(Sample.Designating(), ProblemCode.V06, reference: ending);
        Trips(
            Sample.Designating(notice: """{"effectiveFrom":"2025-03-13"}"""), ProblemCode.V06, Outcome.Query,
            "/changes/0/authority/designations/0", reference: ending);
    }

    [Fact]
    public void V31_looks_at_the_pairs_that_are_withdrawn_and_at_the_day_after()
    {
        var both = Sample.Authority(pairs: [Sample.Mla, Sample.Extradition]);
        var one = Withdrawing(""","pairs":[{"instrument":"UNTOC","article":"16","matter":"EXTRADITION"}]""");
        Assert.Equal(
            ["UNTOC 16 (EXTRADITION)"],
            Assert.Single(Sample.Read(one, reference: Sample.Reference(both)).Problems, p => p.Code == ProblemCode.V31).Arguments);
        var last = Sample.Authority("another");
        last = last with { Restricted = last.Restricted with { Designations = [Until(Sample.Today)] } };
        Trips(
            Withdrawing(), ProblemCode.V31, Outcome.Warn, "/changes/0", reference: Sample.Reference(Sample.Authority(), last));
    }

    [Theory]
    [InlineData("Africa/Dakar")]
    [InlineData("America/Lima")]
    [InlineData("Antarctica/Troll")]
    [InlineData("Arctic/Longyearbyen")]
    [InlineData("Asia/Tokyo")]
    [InlineData("Atlantic/Reykjavik")]
    [InlineData("Australia/Perth")]
    [InlineData("Europe/Vienna")]
    [InlineData("Indian/Maldives")]
    [InlineData("Pacific/Fiji")]
    public void V12_knows_the_places_of_every_part_of_the_world(string zone) =>
        Passes(Hours($",\"timeZone\":\"{zone}\""), ProblemCode.V12);

    [Theory]
    [InlineData("gmail.com")]
    [InlineData("googlemail.com")]
    [InlineData("yahoo.com")]
    [InlineData("yahoo.fr")]
    [InlineData("hotmail.com")]
    [InlineData("hotmail.fr")]
    [InlineData("outlook.com")]
    [InlineData("live.com")]
    [InlineData("icloud.com")]
    [InlineData("aol.com")]
    [InlineData("gmx.com")]
    [InlineData("gmx.de")]
    [InlineData("mail.ru")]
    [InlineData("yandex.ru")]
    [InlineData("qq.com")]
    [InlineData("163.com")]
    [InlineData("126.com")]
    [InlineData("protonmail.com")]
    [InlineData("proton.me")]
    [InlineData("laposte.net")]
    [InlineData("orange.fr")]
    public void V10_knows_where_anybody_gets_a_mailbox(string domain) =>
        Trips(Emails($"legal@{domain}"), ProblemCode.V10, Outcome.Warn, "/changes/0/set/emails/0/address");

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

    private static Designation Until(DateOnly day) => Sample.Designation(Sample.Mla) with { EffectiveTo = day };

    private static JsonObject Emails(string address) => Sample.Amending($$"""{"emails":[{"address":"{{address}}"}]}""");

    private static JsonObject Hours(string zone) =>
        Sample.Amending($$"""{"officeHours":[{"day":"MONDAY","from":"08:30","to":"16:30"}]{{zone}} }""");

    private static JsonObject Withdrawing(string more = "") =>
        Sample.Notice(NoticeKind.Withdrawal, Sample.Object($$"""{"recordId":"{{Sample.Record}}"{{more}} }"""));

    private static JsonObject Designating(string instrument, string article, string matter, string? scope = null) => Sample.Designating(
        $$"""{"designations":[{"instrument":"{{instrument}}","article":"{{article}}","matter":"{{matter}}","scope":"{{scope}}"}]}""");
}
