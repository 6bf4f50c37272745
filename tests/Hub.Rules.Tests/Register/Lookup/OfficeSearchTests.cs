using Hub.Register.Log;
using Hub.Register.Lookup;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Lookup;

public sealed class OfficeSearchTests
{
    private static readonly OfficeSearch Search = new(
        new(Sample.Data.States), [new("EXTRADITION", f => f.Matter == Matter.Extradition), new("MUTUAL", f => f.Matter == Matter.Mla)]);

    private static readonly RegisterSnapshot Register = Sample.Register(
        Named("dakar", Sample.OtherState, Sample.Mla, ("fr", "Direction des affaires criminelles et des grâces")),
        Named("arven", Sample.State, Sample.Mla, ("en", "Central Bureau"), ("zh", "司法部国际合作局")),
        Named("bureau", Sample.State, Sample.Extradition, ("en", "Bureau of Surrender")));

    [Theory]
    [InlineData("graces", "dakar")]
    [InlineData("国际合作", "arven")]
    [InlineData("bureau", "arven bureau")]
    [InlineData("buraeu", "arven bureau")]
    [InlineData("bureau extradition", "bureau")]
    [InlineData("Senegal", "dakar")]
    [InlineData("mutual senegal", "dakar")]
    [InlineData("塞内加尔 mutual", "dakar")]
    [InlineData("bureau senegal", "dakar")]
    [InlineData("bureau senegl", "dakar")]
    [InlineData("nothing of the kind", "")]
    [InlineData("", "")]
    public void Words_of_names_States_and_functions_find_offices_in_any_language(string text, string found) =>
        Assert.Equal(found, string.Join(' ', Search.Find(Register, text, Sample.Today, withNames: true).Select(f => f.Office.Id)));

    [Fact]
    public void Each_is_explained()
    {
        var found = Assert.Single(Search.Find(Register, "Senegal grâces mutual", Sample.Today, withNames: true));
        Assert.Equal([new("SENEGAL", FoundIn.State), new("GRACES", FoundIn.Name), new FoundWord("MUTUAL", FoundIn.Function)], found.Words);
    }

    [Theory]
    [InlineData("graces")]
    [InlineData("Central Bureau")]
    [InlineData("国际合作")]
    public void Who_may_not_see_names_finds_nothing_by_them(string text) =>
        Assert.Empty(Search.Find(Register, text, Sample.Today, withNames: false));

    [Fact]
    public void Who_may_not_see_names_finds_by_State_and_function() =>
        Assert.Equal("dakar", Assert.Single(Search.Find(Register, "mutual Senegal", Sample.Today, withNames: false)).Office.Id);

    [Fact]
    public void A_text_that_is_too_long_and_one_made_to_take_long_find_nothing()
    {
        Assert.Empty(Search.Find(Register, new string('a', 10_000), Sample.Today, withNames: true));
        Assert.Empty(Search.Find(Register, string.Concat(Enumerable.Repeat("(a+)+$ ", 28)), Sample.Today, withNames: true));
    }

    private static Authority Named(string id, StateCode state, Pair pair, params (string Tag, string Name)[] names)
    {
        var authority = Sample.Authority(id, state, pair);
        return authority with
        {
            Restricted = authority.Restricted with { AuthorityName = names.ToDictionary(n => n.Tag, n => n.Name) },
        };
    }
}
