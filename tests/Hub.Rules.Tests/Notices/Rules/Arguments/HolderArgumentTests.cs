using Hub.Notices;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules.Arguments;

public sealed class HolderArgumentTests : ArgumentCase
{
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

    private static Designation Until(DateOnly day) => Sample.Designation(Sample.Mla) with { EffectiveTo = day };
}
