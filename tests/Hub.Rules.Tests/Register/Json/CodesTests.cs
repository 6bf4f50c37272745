using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Rules.Tests.Register.Json;

public sealed class CodesTests
{
    [Fact]
    public void Codes_are_those_of_the_domain()
    {
        Assert.Equal("UNTOC-SOM", Instrument.UntocSom.Code());
        Assert.Equal("CND-1988", Instrument.Cnd1988.Code());
        Assert.Equal("TRANSFER_SENTENCED_PERSONS", Matter.TransferSentencedPersons.Code());
        Assert.Equal("CONTACT_24_7", DesignationFunction.Contact247.Code());
        Assert.Equal("zh", Language.Chinese.Code());
    }

    [Fact]
    public void Every_code_leads_back_to_its_value_in_whichever_case()
    {
        RoundTrips<Instrument>();
        RoundTrips<Matter>();
        RoundTrips<EventType>();
        RoundTrips<Language>();
        RoundTrips<RecordStatus>();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("UNTOC_SOM")]
    [InlineData("0")]
    [InlineData("UNTOC, UNCAC")]
    public void What_is_no_code_is_no_value(string? text) => Assert.False(Codes.TryParse<Instrument>(text, out _));

    private static void RoundTrips<T>() where T : struct, Enum
    {
        Assert.Equal(Enum.GetValues<T>().Length, Codes.All<T>().Distinct(StringComparer.OrdinalIgnoreCase).Count());
        foreach (var value in Enum.GetValues<T>())
            foreach (var text in new[] { value.Code(), value.Code().ToUpperInvariant() })
                Assert.True(Codes.TryParse<T>(text, out var parsed) && parsed.Equals(value), text);
    }
}
