using Hub.Register.States;

namespace Hub.Rules.Tests.Register.States;

public sealed class NormalisedStateNameTests
{
    private static readonly StateCatalog Catalog = new();

    [Theory]
    [InlineData("Swaziland", "SWZ")]
    [InlineData("Cape Verde", "CPV")]
    [InlineData("Libyan Arab Jamahiriya", "LBY")]
    [InlineData("Turkey", "TUR")]
    [InlineData("the former Yugoslav Republic of Macedonia", "MKD")]
    [InlineData("Macedonia", "MKD")]
    [InlineData("Réunion", "REU")]
    [InlineData("France (Réunion)", "REU")]
    [InlineData("Guernsey", "GGY")]
    [InlineData("Isle of Man", "IMN")]
    [InlineData("Jersey", "JEY")]
    [InlineData("  senegal ", "SEN")]
    [InlineData("sen", "SEN")]
    [InlineData("SN", "SEN")]
    [InlineData("sénégal", "SEN")]
    [InlineData("Сенегал", "SEN")]
    [InlineData("السنغال", "SEN")]
    [InlineData("塞内加尔", "SEN")]
    [InlineData("Åland", "ALA")]
    [InlineData("Aland Islands", "ALA")]
    [InlineData("Белоруссия", "BLR")]
    [InlineData("Республика Беларусь", "BLR")]
    [InlineData("Чешская Республика", "CZE")]
    [InlineData("Республика Кабо-Верде", "CPV")]
    [InlineData("Королевство Марокко", "MAR")]
    [InlineData("U.K.", "GBR")]
    [InlineData("U.S.A.", "USA")]
    [InlineData("U. S.", "USA")]
    [InlineData("U.A.E.", "ARE")]
    public void Other_names_are_normalised_and_said_to_be(string text, string code)
    {
        Assert.True(Catalog.TryFind(text, out var state, out var normalised), text);
        Assert.Equal(code, state.Alpha3.Value);
        Assert.True(normalised);
    }
}
