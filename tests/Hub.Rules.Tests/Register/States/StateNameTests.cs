using Hub.Register.States;

namespace Hub.Rules.Tests.Register.States;

public sealed class StateNameTests
{
    private static readonly StateCatalog Catalog = new();

    // As the United Nations writes them: what a note verbale says.
    [Theory]
    [InlineData("Antigua and Barbuda", "ATG")]
    [InlineData("Bosnia and Herzegovina", "BIH")]
    [InlineData("Cabo Verde", "CPV")]
    [InlineData("Congo", "COG")]
    [InlineData("Côte d'Ivoire", "CIV")]
    [InlineData("Democratic Republic of the Congo", "COD")]
    [InlineData("Bolivia (Plurinational State of)", "BOL")]
    [InlineData("Gambia (Republic of The)", "GMB")]
    [InlineData("Myanmar", "MMR")]
    [InlineData("Netherlands (Kingdom of the)", "NLD")]
    [InlineData("Saint Kitts and Nevis", "KNA")]
    [InlineData("Saint Lucia", "LCA")]
    [InlineData("Saint Vincent and the Grenadines", "VCT")]
    [InlineData("Sao Tome and Principe", "STP")]
    [InlineData("Trinidad and Tobago", "TTO")]
    [InlineData("Türkiye", "TUR")]
    [InlineData("Viet Nam", "VNM")]
    public void States_are_found_by_the_names_the_United_Nations_uses(string text, string code)
    {
        Assert.True(Catalog.TryFind(text, out var state, out _), text);
        Assert.Equal(code, state.Alpha3.Value);
    }
}
