using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Rules.Tests.Register.States;

public sealed class StateCatalogTests
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

    // As typewriters, keyboards without accents and ISO 3166 have them.
    [Theory]
    [InlineData("Côte d\u2019Ivoire", "CIV")]
    [InlineData("Côte d\u2018Ivoire", "CIV")]
    [InlineData("Côte d`Ivoire", "CIV")]
    [InlineData("Côte d\u00B4Ivoire", "CIV")]
    [InlineData("Côte d\u02BCIvoire", "CIV")]
    [InlineData("COTE D'IVOIRE", "CIV")]
    [InlineData("Cote d Ivoire", "CIV")]
    [InlineData("Côte-d'Ivoire", "CIV")]
    [InlineData("Ivory Coast", "CIV")]
    [InlineData("TÜRKİYE", "TUR")]
    [InlineData("TÜRKIYE", "TUR")]
    [InlineData("türkıye", "TUR")]
    [InlineData("Turkiye", "TUR")]
    [InlineData("Türkiye (Republic of)", "TUR")]
    [InlineData("Republic of Türkiye", "TUR")]
    [InlineData("République de Türkiye", "TUR")]
    [InlineData("República de Türkiye", "TUR")]
    [InlineData("The Czech Republic", "CZE")]
    [InlineData("Chequia", "CZE")]
    [InlineData("Republic of North Macedonia", "MKD")]
    [InlineData("Macedonia (the former Yugoslav Republic of)", "MKD")]
    [InlineData("Macedonia del Norte", "MKD")]
    [InlineData("Kingdom of Eswatini", "SWZ")]
    [InlineData("Royaume d'Eswatini", "SWZ")]
    [InlineData("Reino de Eswatini", "SWZ")]
    [InlineData("Republic of Cabo Verde", "CPV")]
    [InlineData("Guinea\u2013Bissau", "GNB")]
    [InlineData("Guinea\u2011Bissau", "GNB")]
    [InlineData("Guinea Bissau", "GNB")]
    [InlineData("Timor Leste", "TLS")]
    [InlineData("Korea, Republic of", "KOR")]
    [InlineData("Korea (the Republic of)", "KOR")]
    [InlineData("Tanzania, United Republic of", "TZA")]
    [InlineData("Iran, Islamic Republic of", "IRN")]
    [InlineData("Bolivia, Plurinational State of", "BOL")]
    [InlineData("Venezuela, Bolivarian Republic of", "VEN")]
    [InlineData("Congo, The Democratic Republic of the", "COD")]
    [InlineData("Democratic Republic of Congo", "COD")]
    [InlineData("Congo (the)", "COG")]
    [InlineData("Moldova, Republic of", "MDA")]
    [InlineData("Netherlands, Kingdom of the", "NLD")]
    [InlineData("Netherlands (the)", "NLD")]
    [InlineData("Gambia (the)", "GMB")]
    [InlineData("Bahamas, The", "BHS")]
    [InlineData("Holy See (Vatican City State)", "VAT")]
    [InlineData("Saint-Siège", "VAT")]
    [InlineData("Palestine, State of", "PSE")]
    [InlineData("Palestinian Territory, Occupied", "PSE")]
    [InlineData("Taiwan, Province of China", "TWN")]
    [InlineData("Kosovo*", "XKX")]
    [InlineData("Kosovo (UNSCR 1244)", "XKX")]
    [InlineData("Antigua & Barbuda", "ATG")]
    [InlineData("São Tomé et Principe", "STP")]
    [InlineData("Sao Tome & Principe", "STP")]
    [InlineData("Vietnam", "VNM")]
    [InlineData("Lao PDR", "LAO")]
    [InlineData("Lao People\u2019s Democratic Republic", "LAO")]
    [InlineData("Micronesia, Federated States of", "FSM")]
    [InlineData("St. Vincent and the Grenadines", "VCT")]
    [InlineData("Hong Kong SAR", "HKG")]
    [InlineData("Macao", "MAC")]
    [InlineData("Co-operative Republic of Guyana", "GUY")]
    [InlineData("People's Republic of China", "CHN")]
    [InlineData("Cook Islands", "COK")]
    [InlineData("Niue", "NIU")]
    public void A_State_is_known_however_its_name_is_typed(string text, string code)
    {
        Assert.True(Catalog.TryFind(text, out var state, out _), text);
        Assert.Equal(code, state.Alpha3.Value);
    }

    // A name that is another's with a word before it is not guessed.
    [Theory]
    [InlineData("Republic of China")]
    [InlineData("Samoa (American)")]
    [InlineData("German Democratic Republic")]
    [InlineData("Federal Republic of Yugoslavia")]
    [InlineData("Republic of")]
    [InlineData("the")]
    public void A_name_like_another_is_not_guessed(string text) => Assert.False(Catalog.TryFind(text, out _, out _), text);

    [Fact]
    public void Parties_that_are_no_members_are_States()
    {
        foreach (var code in new[] { "VAT", "COK", "NIU", "PSE" })
        {
            Assert.False(Catalog[new(code)].IsJurisdiction, code);
            Assert.False(Catalog[new(code)].IsMember, code);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("QQQ")]
    [InlineData("Serbia and Kosovo")]
    [InlineData("Arvenia")]
    public void What_nobody_knows_is_not_guessed(string? text) => Assert.False(Catalog.TryFind(text, out _, out _));

    [Fact]
    public void A_code_needs_no_normalising()
    {
        Assert.True(Catalog.TryFind("SEN", out _, out var normalised));
        Assert.False(normalised);
    }

    [Fact]
    public void Every_State_has_a_name_in_six_languages() => Assert.All(Catalog.All, state =>
        Assert.Equal(Codes.All<Language>().Order(), state.Names.Where(n => n.Value.Length > 0).Select(n => n.Key).Order()));

    [Fact]
    public void No_name_belongs_to_two_States() => Assert.All(Catalog.All, state => Assert.All(state.Names.Values, name =>
        Assert.Equal(state.Alpha3, Catalog.TryFind(name, out var found, out _) ? found.Alpha3 : default)));

    [Theory]
    [InlineData("XKX")]
    [InlineData("GGY")]
    [InlineData("IMN")]
    [InlineData("JEY")]
    [InlineData("GIB")]
    [InlineData("HKG")]
    [InlineData("MAC")]
    [InlineData("PRI")]
    public void Jurisdictions_are_known_and_are_no_States(string code) => Assert.True(Catalog[new(code)].IsJurisdiction);

    [Fact]
    public void The_193_Member_States_are_there() => Assert.Equal(193, Catalog.All.Count(s => s.IsMember));

    [Fact]
    public void An_observer_State_is_a_State_and_no_Member()
    {
        var palestine = Catalog[new("PSE")];
        Assert.False(palestine.IsJurisdiction);
        Assert.False(palestine.IsMember);
    }

    [Theory]
    [InlineData("COD", "Democratic Republic of the Congo", "République démocratique du Congo", "República Democrática del Congo")]
    [InlineData("KOR", "Republic of Korea", "République de Corée", "República de Corea")]
    [InlineData("VNM", "Viet Nam", "Viet Nam", "Viet Nam")]
    [InlineData("TUR", "Türkiye", "Türkiye", "Türkiye")]
    [InlineData("IRN", "Iran (Islamic Republic of)", "Iran (République islamique d’)", "Irán (República Islámica del)")]
    [InlineData("NZL", "New Zealand", "Nouvelle-Zélande", "Nueva Zelandia")]
    public void States_are_called_what_the_United_Nations_calls_them(string code, params string[] names) => Assert.Equal(
        names, new[] { Language.English, Language.French, Language.Spanish }.Select(Catalog[new(code)].Name));

    // As Unicode's CLDR writes them: what other programs print.
    [Theory]
    [InlineData("Congo - Kinshasa", "COD")]
    [InlineData("Congo-Brazzaville", "COG")]
    [InlineData("Corea del Sur", "KOR")]
    [InlineData("Myanmar (Burma)", "MMR")]
    [InlineData("КНДР", "PRK")]
    [InlineData("الرأس الأخضر", "CPV")]
    [InlineData("英国", "GBR")]
    public void The_names_of_common_use_still_lead_to_them(string text, string code)
    {
        Assert.True(Catalog.TryFind(text, out var state, out var normalised), text);
        Assert.Equal(code, state.Alpha3.Value);
        Assert.True(normalised);
    }

    [Fact]
    public void The_fictional_State_is_there_only_where_it_was_asked_for()
    {
        Assert.False(Catalog.Contains(new("XAA")));
        Assert.True(new StateCatalog(withFictionalStates: true).Contains(new("XAA")));
    }

    [Theory]
    [InlineData("se1")]
    [InlineData("SENE")]
    [InlineData("ÀÉÎ")]
    public void A_code_is_three_capital_letters(string text) => Assert.Throws<FormatException>(() => new StateCode(text));

    [Fact]
    public void Arabic_alone_is_written_from_right_to_left() =>
        Assert.Equal([Language.Arabic], Enum.GetValues<Language>().Where(l => l.Direction() == "rtl"));
}
