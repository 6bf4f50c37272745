using FsCheck;
using FsCheck.Fluent;
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
    public void A_slip_and_a_part_of_a_name_are_a_guess(string typed, string state)
    {
        var found = Finder.Find(typed);
        Assert.Equal((state, false), (found.State?.Alpha3.Value, found.IsExact));
    }

    [Theory]
    [InlineData("Guin", "GIN", "GNB", "GNQ", "PNG")]
    [InlineData("Korea", "KOR", "PRK")]
    public void What_several_may_be_called_is_asked(string typed, params string[] states)
    {
        var found = Finder.Find(typed);
        Assert.Null(found.State);
        Assert.Subset(found.Others.Select(s => s.Alpha3.Value).ToHashSet(), states.ToHashSet());
    }

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
    public void One_slip_in_a_long_name_leads_to_the_State_or_asks_about_it()
    {
        var names = Sample.Data.States.All.Where(s => !s.IsJurisdiction).Select(s => (s.Alpha3, Name: s.Name(Language.English)))
            .Where(n => n.Name.Length > 6).ToList();
        Prop.ForAll<byte, byte>((which, where) =>
        {
            var (state, name) = names[which % names.Count];
            var found = Finder.Find(name.Remove(1 + (where % (name.Length - 2)), 1));
            return found.State?.Alpha3 == state || found.Others.Any(o => o.Alpha3 == state);
        }).QuickCheckThrowOnFailure();
    }
}
