using Hub.Register.Lookup;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Lookup;

public sealed class StateLookupTests
{
    private static readonly StateLookup Finder = new(Sample.Data.States);

    [Theory]
    [InlineData("Senegal", "SEN")]
    [InlineData("  sénégal ", "SEN")]
    [InlineData("sen", "SEN")]
    [InlineData("SN", "SEN")]
    [InlineData("Сенегал", "SEN")]
    [InlineData("السنغال", "SEN")]
    [InlineData("塞内加尔", "SEN")]
    [InlineData("Deutschland", "DEU")]
    [InlineData("日本", "JPN")]
    [InlineData("Suomi", "FIN")]
    [InlineData("საქართველო", "GEO")]
    [InlineData("Swaziland", "SWZ")]
    [InlineData("Ivory Coast", "CIV")]
    [InlineData("Korea, Republic of", "KOR")]
    [InlineData("Kingdom of the Netherlands", "NLD")]
    public void A_name_in_any_language_an_old_name_and_a_code_are_certain(string typed, string state)
    {
        var found = Finder.Find(typed);
        Assert.Equal((state, true), (found.State?.Alpha3.Value, found.IsExact));
    }

    [Theory]
    [InlineData("Sengal", "SEN")]
    [InlineData("Senegall", "SEN")]
    [InlineData("Germnay", "DEU")]
    [InlineData("Kazakstan", "KAZ")]
    [InlineData("Deutchland", "DEU")]
    [InlineData("Сенегла", "SEN")]
    [InlineData("burkina", "BFA")]
    [InlineData("República Democrática de Congo", "COD")]
    [InlineData("République démocratique populaire ao", "LAO")]
    public void A_slip_and_a_part_of_a_name_are_a_guess(string typed, string state)
    {
        var found = Finder.Find(typed);
        Assert.Equal((state, false), (found.State?.Alpha3.Value, found.IsExact));
    }

    [Theory]
    [InlineData("Guin", "GIN", "GNB", "GNQ", "PNG")]
    [InlineData("Korea", "KOR", "PRK")]
    [InlineData("Austra", "AUS", "AUT")]
    public void What_several_may_be_called_is_asked(string typed, params string[] states)
    {
        var found = Finder.Find(typed);
        Assert.Null(found.State);
        Assert.Subset(found.Others.Select(s => s.Alpha3.Value).ToHashSet(), states.ToHashSet());
    }

    [Theory]
    [InlineData("Congo", "COG", "COD")]
    [InlineData("Niger", "NER", "NGA")]
    [InlineData("Nigerr", "NER", "NGA")]
    [InlineData("Guinea", "GIN", "GNB")]
    [InlineData("Dominica", "DMA", "DOM")]
    public void Beside_the_State_that_is_taken_stand_those_of_nearly_the_same_name(string typed, string state, string other)
    {
        var found = Finder.Find(typed);
        Assert.Equal(state, found.State?.Alpha3.Value);
        Assert.Contains(other, found.Others.Select(s => s.Alpha3.Value));
    }

    [Theory]
    [InlineData("Oman")]
    [InlineData("Mali")]
    [InlineData("Senegal")]
    [InlineData("AND")]
    [InlineData("France")]
    public void Names_that_only_hold_the_letters_are_no_others(string typed) => Assert.Empty(Finder.Find(typed).Others);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  .. ")]
    [InlineData("Atlantis of the deep sea")]
    [InlineData("qqq")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("((((((((((a+)+)+)+)+)+)+)+)+)+$")]
    public void What_is_no_State_is_none(string? typed) =>
        Assert.Equal((null, 0), (Finder.Find(typed).State, Finder.Find(typed).Others.Count));

    [Fact]
    public void A_text_that_is_too_long_is_none() => Assert.Null(Finder.Find(new string('a', 100_000)).State);

    [Fact]
    public void Every_name_of_every_State_is_found_with_its_case_and_accents_and_without() => Assert.All(
        Sample.Data.States.All.SelectMany(s => s.Names.Values.Append(s.Alpha3.Value).Select(n => (Name: n, State: s.Alpha3))), n =>
        {
            Assert.Equal(n.State, Finder.Find(n.Name).State?.Alpha3);
            Assert.Equal(n.State, Finder.Find(n.Name.ToUpperInvariant()).State?.Alpha3);
        });

    [Fact]
    public void A_letter_left_out_of_a_long_name_leads_to_the_State_or_asks_about_it() => Assert.Equal("", string.Join('\n',
        from state in Sample.Data.States.All
        from name in new[] { Language.English, Language.French, Language.Spanish }.Select(l => state.Name(l)).Where(n => n.Length > 6)
        from slip in Enumerable.Range(1, name.Length - 2).Select(at => name.Remove(at, 1))
        let found = Finder.Find(slip)
        where found.State != state && !found.Others.Contains(state)
        select $"{slip}: {name}, found {found.State?.Name(Language.English)}"));
}
