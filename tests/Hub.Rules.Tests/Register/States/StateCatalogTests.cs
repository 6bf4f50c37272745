using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Rules.Tests.Register.States;

public sealed class StateCatalogTests
{
    private static readonly StateCatalog Catalog = new();

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
}
