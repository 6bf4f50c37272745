using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules.Contacts;

public sealed class NumberingPlanRuleTests
{
    [Fact]
    public void V11_knows_the_numbering_plans()
    {
        var notice = Sample.Designating(
            """{"phones":[{"number":"+49 30/12345-0"},{"number":"+44 0207 946 0000"},{"number":"+39 06 1234567"}]}""");
        Assert.Equal(["+4930123450", "+442079460000", "+39061234567"], Designated(notice).Phones!.Select(p => p.Number));
        Trips(notice, ProblemCode.V11, Outcome.Warn, "/changes/0/authority/phones/1/number");
    }

    [Fact]
    public void V11_keeps_the_extension_and_drops_what_is_only_written()
    {
        var change = Assert.IsType<Change.Designate>(
            Sample.Read(Sample.Designating("""{"phones":[{"number":"+44 (0)20 7946 0000 x 12"}]}""")).Changes[0]);
        Assert.Equal(new Phone("+442079460000", "12"), change.Restricted.Phones![0]);
    }

    [Fact]
    public void V11_warns_where_fax_and_telephone_are_one()
    {
        Trips(Sample.Amending("""{"fax":[{"number":"+99915550100"}]}"""), ProblemCode.V11, Outcome.Warn, "/changes/0/set/fax");
        Passes(Sample.Amending("""{"fax":[{"number":"+99915550101"}]}"""), ProblemCode.V11);
    }

    [Fact]
    public void A_number_of_any_length_is_answered_at_once() => Trips(
        Sample.Amending($$"""{"phones":[{"number":"{{new string(' ', 20_000)}}a"}]}"""), ProblemCode.V11, Outcome.Query,
        "/changes/0/set/phones/0/number");

    private static AuthorityRestricted Designated(System.Text.Json.Nodes.JsonObject notice) =>
        ((Change.Designate)Sample.Read(notice).Changes[0]).Restricted;
}
