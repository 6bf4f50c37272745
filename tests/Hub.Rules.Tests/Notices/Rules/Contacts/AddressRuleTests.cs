using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules.Contacts;

public sealed class AddressRuleTests
{
    [Theory]
    [InlineData("office")]
    [InlineData("office@ministry")]
    [InlineData("office@@justice.example")]
    [InlineData("office@justice.exemple")]
    [InlineData("office@justise.example")]
    [InlineData("office@gmial.com")]
    [InlineData("office@justice.example\\nBcc: x@y.example")]
    [InlineData("central..authority@justice.example")]
    [InlineData(".central@justice.example")]
    [InlineData("central.@justice.example")]
    [InlineData("central@moj-.gov.example")]
    [InlineData("central\u2019office@justice.example")]
    [InlineData("office@xn--zzzzzz9999.example")]
    public void V09_trips_on_an_address_that_cannot_be_right(string address) => Trips(
        Sample.Amending($$"""{"emails":[{"address":"{{address}}"}]}"""), ProblemCode.V09, Outcome.Query, "/changes/0/set/emails/0/address");

    [Theory]
    [InlineData("o'brien+mla@justice.example")]
    [InlineData("office@foreign-affairs.example")]
    [InlineData("office@министерство.example")]
    [InlineData("office@justicia.example")]
    [InlineData("central@moi.gov.example")]
    [InlineData("office@xn--80ak6aa92e.xn--p1ai")]
    [InlineData("office@xn--e1afmkfd.example")]
    [InlineData("office@وزارة.امارات")]
    [InlineData("office@न्याय.भारत")]
    [InlineData("ministère@justice.example")]
    [InlineData("المكتب@justice.example")]
    [InlineData("central.authority@justice.photography")]
    [InlineData("central@gov.rw")]
    [InlineData("office@mail.rw")]
    [InlineData("office@live.co")]
    public void V09_lets_good_addresses_pass(string address) =>
        Passes(Sample.Amending($$"""{"emails":[{"address":"{{address}}"}]}"""), ProblemCode.V09);
}
