using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules.Contacts;

public sealed class NumberRuleTests
{
    [Theory]
    [InlineData("00999 1 555 0100", Outcome.Warn)]
    [InlineData("+999 1 555 0100 ext. 12", Outcome.Warn)]
    [InlineData("555 0100", Outcome.Query)]
    [InlineData("+999 CALL ME", Outcome.Query)]
    [InlineData("011999335550100", Outcome.Query)]
    [InlineData("+999 33 555 01 00 / 02", Outcome.Query)]
    [InlineData("+999 33 555 0100 / +999 33 555 0101", Outcome.Query)]
    [InlineData("+44 20", Outcome.Query)]
    [InlineData("+44 (0)20 7946 0000", Outcome.Warn)]
    [InlineData("+39 (0)6 6885 1234", Outcome.Query)]
    [InlineData("+378 (0)549 882 314", Outcome.Query)]
    [InlineData("tel:+999335550100;ext=", Outcome.Query)]
    [InlineData("+44 20 7946 0000 0000", Outcome.Query)]
    [InlineData("+999 33 555 01 00 and +999 33 555 01 01", Outcome.Query)]
    public void V11_normalises_a_number_or_asks_for_its_country(string number, Outcome outcome) =>
        Trips(Sample.Amending($$"""{"phones":[{"number":"{{number}}"}]}"""), ProblemCode.V11, outcome, "/changes/0/set/phones/0/number");

    // How numbers are written is nobody's mistake: the documentation's own example has blanks in it.
    [Theory]
    [InlineData("+999 33 555 01 00")]
    [InlineData("+999 (33) 555-01.00")]
    [InlineData("(+999) 33 555 01 00")]
    [InlineData("+99933555 0100\\n")]
    [InlineData("\u202a+999 33 555 01 00\u202c")]
    [InlineData("\u2068+999 33 555 01 00\u2069")]
    [InlineData("\u200e+99933555 0100")]
    [InlineData("+999\u201133\u2011555\u201101\u201100")]
    [InlineData("+999\u201033\u2010555\u20100100")]
    [InlineData("+999\u00a033\u00a0555\u00a00100")]
    [InlineData("+999\u200933\u2009555\u20090100")]
    [InlineData("+999 33 555 01 00\ufe0f")]
    [InlineData("\uff0b\uff19\uff19\uff19 33 555 0100")]
    [InlineData("+\u0669\u0669\u0669 33 555 0100")]
    [InlineData("tel:+999-33-555-01-00")]
    public void V11_takes_a_whole_number_however_it_is_written(string number)
    {
        var notice = Sample.Designating($$"""{"phones":[{"number":"{{number}}"}]}""");
        Passes(notice, ProblemCode.V11);
        Assert.Equal(new Phone("+999335550100"), Designated(notice).Phones![0]);
    }

    private static AuthorityRestricted Designated(System.Text.Json.Nodes.JsonObject notice) =>
        ((Change.Designate)Sample.Read(notice).Changes[0]).Restricted;
}
