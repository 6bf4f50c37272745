using Hub.Register.Contacts;

namespace Hub.Rules.Tests.Register.Contacts;

public sealed class ShownNumberTests
{
    [Theory]
    [InlineData("+3225426511", "+32 2 542 65 11")]
    [InlineData("+358916067628", "+358 9 16067628")]
    [InlineData("+3225426511;ext=7", "+32 2 542 65 11 ext. 7")]
    // Of no country that has a plan.
    [InlineData("+99915550100", "+99915550100")]
    [InlineData("none", "none")]
    public void A_number_is_shown_as_its_country_writes_it(string number, string shown) =>
        Assert.Equal(shown, TelephoneNumbers.Shown(number));
}
