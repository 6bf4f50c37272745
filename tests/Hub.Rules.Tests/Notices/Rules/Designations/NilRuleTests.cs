using Hub.Notices;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules.Designations;

public sealed class NilRuleTests
{
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
}
