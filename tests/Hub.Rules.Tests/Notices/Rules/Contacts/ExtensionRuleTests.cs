using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules.Contacts;

public sealed class ExtensionRuleTests
{
    [Theory]
    [InlineData("+999 33 555 01 00, ext. 22")]
    [InlineData("+999 33 555 01 00 (ext. 22)")]
    [InlineData("+999 33 555 01 00 poste 22")]
    [InlineData("+999 33 555 01 00 доб. 22")]
    [InlineData("+999 33 555 01 00 int. 22")]
    [InlineData("+999 33 555 01 00 interno 22")]
    [InlineData("+999 33 555 01 00 local 22")]
    [InlineData("+999 33 555 01 00 extensi\u00f3n 22")]
    [InlineData("+999 33 555 01 00 extensio\u0301n 22")]
    [InlineData("+999 33 555 01 00 تحويلة ٢٢")]
    [InlineData("00999335550100 x22")]
    [InlineData("+999 (0)33 555 01 00 #22")]
    public void V11_says_how_it_understood_a_number_with_an_extension(string number)
    {
        var notice = Sample.Designating($$"""{"phones":[{"number":"{{number}}"}]}""");
        Trips(notice, ProblemCode.V11, Outcome.Warn, "/changes/0/authority/phones/0/number");
        Assert.Equal(new Phone("+999335550100", "22"), Designated(notice).Phones![0]);
        Assert.Contains(Sample.Read(notice).Problems, p => p.Arguments.Contains("+999335550100;ext=22"));
    }

    [Fact]
    public void V11_reads_an_extension_as_RFC_3966_writes_it()
    {
        var notice = Sample.Designating(
            """{"phones":[{"number":"tel:+999-33-555-01-00;ext=22"},{"number":"+999335550101","extension":" ٢٣ "}]}""");
        Passes(notice, ProblemCode.V11);
        Assert.Equal([new("+999335550100", "22"), new("+999335550101", "23")], Designated(notice).Phones!);
    }

    [Fact]
    public void V11_asks_which_of_two_extensions_is_meant()
    {
        const string Two = """{"phones":[{"number":"+999 33 555 01 00 ext. 12","extension":"34"}]}""";
        Trips(Sample.Designating(Two), ProblemCode.V11, Outcome.Query, "/changes/0/authority/phones/0/extension");
        var one = Sample.Designating(Two.Replace("34", "12", StringComparison.Ordinal));
        Trips(one, ProblemCode.V11, Outcome.Warn, "/changes/0/authority/phones/0/number");
    }

    [Theory]
    [InlineData("9 or +234 1 460 0001 (new)")]
    [InlineData("12/13")]
    [InlineData("ask for the duty officer")]
    [InlineData("123456789012345678901")]
    public void V11_asks_about_an_extension_that_is_more_than_its_digits(string extension)
    {
        var fields = $$"""{"phones":[{"number":"+999335550100","extension":"{{extension}}"}]}""";
        Trips(Sample.Designating(fields), ProblemCode.V11, Outcome.Query, "/changes/0/authority/phones/0/extension");
        Trips(
            Sample.Amending($$"""{"urgentProcedure":{"phone":{"number":"+999335550100","extension":"{{extension}}"} } }"""),
            ProblemCode.V11, Outcome.Query, "/changes/0/set/urgentProcedure/phone/extension");
    }

    private static AuthorityRestricted Designated(System.Text.Json.Nodes.JsonObject notice) =>
        ((Change.Designate)Sample.Read(notice).Changes[0]).Restricted;
}
