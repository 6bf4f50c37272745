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
    [InlineData("watch@c\u043eastguard.nor.example", "watch@coastguard.nor.example")]
    [InlineData("a@xn--pple-43d.com", "a@apple.com")]
    [InlineData("a@\u03b1pple.example", "a@apple.example")]
    [InlineData("office@justice-example.example", null)]
    [InlineData("office@justlce.example", "justice.example")]
    [InlineData("office@\u0458ust\u0456\u0441\u0435.example", "office@justice.example")]
    public void V09_asks_about_a_domain_that_looks_like_another(string address, string? meant)
    {
        var notice = Sample.Amending($$"""{"emails":[{"address":"{{address}}"}]}""");
        if (meant is null)
            Passes(notice, ProblemCode.V09);
        else
        {
            Trips(notice, ProblemCode.V09, Outcome.Query, "/changes/0/set/emails/0/address");
            Assert.Contains(Sample.Read(notice).Problems, p => p.Code == ProblemCode.V09 && p.Arguments[1] == meant);
        }
    }

    [Theory]
    [InlineData("office@moj-gov.example", true)]
    [InlineData("office@moj.gov.example.other.example", true)]
    [InlineData("office@\u043c\u043e\u0458.gov.example", true)]
    [InlineData("office@int.moj.gov.example", false)]
    [InlineData("office@smoj.gov.example", false)]
    public void V09_asks_where_a_domain_that_the_State_uses_hides_in_another(string address, bool isAsked)
    {
        var record = Sample.Authority();
        var used = Sample.Reference(record with
        {
            Restricted = record.Restricted with { Emails = [new("office@moj.gov.example", null, true)] },
        });
        var notice = Sample.Amending($$"""{"emails":[{"address":"{{address}}"}]}""");
        if (isAsked)
            Trips(notice, ProblemCode.V09, Outcome.Query, "/changes/0/set/emails/0/address", reference: used);
        else
            Passes(notice, ProblemCode.V09, reference: used);
    }

    [Theory]
    [InlineData("office@\uff4austice.example")]
    [InlineData("office@justice\u3002example")]
    public void V09_says_that_a_domain_of_full_width_became_the_usual_one(string address)
    {
        var notice = Sample.Amending($$"""{"emails":[{"address":"{{address}}"}]}""");
        Trips(notice, ProblemCode.V09, Outcome.Warn, "/changes/0/set/emails/0/address");
        Assert.Contains(Sample.Read(notice).Problems, p => p.Code == ProblemCode.V09 && p.Arguments[1] == "office@justice.example");
    }

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
