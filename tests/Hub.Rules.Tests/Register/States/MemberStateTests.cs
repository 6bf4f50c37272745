using Hub.Register.States;

namespace Hub.Rules.Tests.Register.States;

public sealed class MemberStateTests
{
    private static readonly StateCatalog Catalog = new();

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
