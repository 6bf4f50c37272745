using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules.Arguments;

public sealed class DeclarationArgumentTests
{
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
}
