using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules.Contacts;

public sealed class AddressReadingRuleTests
{
    [Theory]
    [InlineData("mailto:central@justice.example")]
    [InlineData("central@justice.example.")]
    [InlineData("\u202acentral@justice.example\u202c")]
    [InlineData("central@justice.example\\n")]
    [InlineData("central＠justice.example")]
    public void V09_says_what_it_left_out_of_an_address(string address)
    {
        var notice = Sample.Designating($$"""{"emails":[{"address":"{{address}}"}]}""");
        Trips(notice, ProblemCode.V09, Outcome.Warn, "/changes/0/authority/emails/0/address");
        Assert.Equal("central@justice.example", Designated(notice).Emails![0].Address);
    }

    [Fact]
    public void V09_knows_how_long_an_address_may_be()
    {
        var label = new string('a', 60);
        var address = $"central@{string.Join('.', Enumerable.Repeat(label, 5))}.example";
        Trips(
            Sample.Amending($$"""{"emails":[{"address":"{{address}}"}]}"""), ProblemCode.V09, Outcome.Query,
            "/changes/0/set/emails/0/address");
    }

    [Fact]
    public void V09_lets_a_ministry_stand_beside_another_of_a_name_that_is_like_its_own()
    {
        var record = Sample.Authority();
        var used = Sample.Reference(record with
        {
            Restricted = record.Restricted with { Emails = [new("central@moj.gov.example"), new("central@prosecution.gov.example")] },
        });
        Passes(Sample.Amending("""{"emails":[{"address":"central@moi.gov.example"}]}"""), ProblemCode.V09, reference: used);
        Trips(
            Sample.Amending("""{"emails":[{"address":"central@prosecuton.gov.example"}]}"""), ProblemCode.V09, Outcome.Query,
            "/changes/0/set/emails/0/address", reference: used);
    }

    [Fact]
    public void V10_warns_of_webmail_and_of_nothing_else()
    {
        Trips(Sample.Amending("""{"emails":[{"address":"office@justice.example"},{"address":"legal@GMAIL.com"}]}"""),
            ProblemCode.V10, Outcome.Warn, "/changes/0/set/emails/1/address");
        Passes(Sample.Amending("""{"emails":[{"address":"office@mail.gov.example"}]}"""), ProblemCode.V10);
    }

    private static AuthorityRestricted Designated(System.Text.Json.Nodes.JsonObject notice) =>
        ((Change.Designate)Sample.Read(notice).Changes[0]).Restricted;
}
