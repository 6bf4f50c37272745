using Hub.Register.Log;
using Hub.Register.Lookup;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Lookup;

public sealed class RecordQueryTests
{
    private static readonly RegisterSnapshot Register = Sample.Register(
        Named(
            "dakar", Sample.OtherState, ("fr", "Direction des affaires criminelles et des grâces"),
            ("en", "Directorate of Criminal Affairs")),
        Named("arven", Sample.State, ("en", "Central Authority"), ("zh", "司法部国际合作局")),
        Named("bureau", Sample.State, ("en", "Bureau of Extradition")) is var b
            ? b with { Restricted = b.Restricted with { Designations = [Sample.Designation(Sample.Extradition)] } } : null!,
        Sample.Withdrawn());

    [Theory]
    [InlineData("grâces", "dakar")]
    [InlineData("GRACES criminelles", "dakar")]
    [InlineData("criminal affairs", "dakar")]
    [InlineData("国际合作", "arven")]
    [InlineData("arven", "arven")]
    [InlineData("central criminal", "")]
    [InlineData("!!", "")]
    public void A_name_is_found_in_any_of_its_languages_without_accents_by_all_its_words(string text, string found) =>
        Assert.Equal(found, Found(new() { Text = text }));

    [Fact]
    public void Records_stand_State_by_State_in_the_order_of_names()
    {
        Assert.Equal("bureau arven dakar", Found(new()));
        Assert.Equal("bureau arven", Found(new() { State = Sample.State }));
    }

    [Fact]
    public void Each_filter_leaves_what_matches_it()
    {
        Assert.Equal("bureau", Found(new() { Matter = Matter.Extradition }));
        Assert.Equal("bureau", Found(new() { Matter = Matter.Extradition, Instrument = Instrument.Untoc }));
        Assert.Equal("", Found(new() { Matter = Matter.Extradition, Instrument = Instrument.Uncac }));
        Assert.Equal("record-1", Found(new() { Scope = RecordScope.Ended }));
        Assert.Equal("record-1", Found(new() { Scope = RecordScope.Ended, Matter = Matter.Mla }));
        Assert.Equal(4, Found(new() { Scope = RecordScope.All }).Split(' ').Length);
    }

    private static string Found(RecordQuery query) =>
        string.Join(' ', query.Find(Register, Sample.Data.States, Language.English, Sample.Today).Select(a => a.Id));

    private static Authority Named(string id, StateCode state, params (string Tag, string Name)[] names) =>
        Sample.Authority(id, state) is var a
            ? a with { Restricted = a.Restricted with { AuthorityName = names.ToDictionary(n => n.Tag, n => n.Name) } }
            : null!;

}
