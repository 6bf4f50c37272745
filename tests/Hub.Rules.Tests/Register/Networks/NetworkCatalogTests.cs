using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Networks;

public sealed class NetworkCatalogTests
{
    private static readonly NetworkCatalog Networks = Sample.Data.Networks;

    [Theory]
    [InlineData("EJNI", "ejn")]
    [InlineData("ejm", "ejn")]
    [InlineData("GAFISUD", "rrag")]
    [InlineData("Asiajust", "asiajust")]
    [InlineData("Ibero-American Legal Assistance Network", "iberred")]
    [InlineData("red iberoamericana de cooperacion juridica internacional", "iberred")]
    [InlineData("  Sahel ", "sahel-platform")]
    public void Old_names_misprints_and_other_languages_lead_to_a_network(string name, string id)
    {
        Assert.True(Networks.TryFind(name, out var network));
        Assert.Equal(id, network.Id);
    }

    [Fact]
    public void Every_network_is_found_by_each_of_its_names() => Assert.All(Networks.All, network => Assert.All(
        network.Aliases.Concat(network.Names.Values).Append(network.Id).Append(network.Acronym).Append(network.Name),
        name => Assert.Equal(network.Id, Networks.TryFind(name, out var found) ? found.Id : null)));

    [Theory]
    [InlineData("ejn", Language.French, "Réseau judiciaire européen", Language.French)]
    [InlineData("ejn", Language.Spanish, "Red Judicial Europea", Language.Spanish)]
    [InlineData("ejn", Language.Chinese, "European Judicial Network (in criminal matters)", Language.English)]
    public void A_network_has_its_name_in_a_language_where_one_is_known(string id, Language language, string name, Language of)
    {
        Assert.True(Networks.TryFind(id, out var network));
        Assert.Equal((name, of), (network.NameIn(language), network.LanguageIn(language)));
        Assert.DoesNotContain(name, network.OtherNames(language));
        Assert.Equal(of != Language.English, network.OtherNames(language).Contains(network.Name));
    }

    /// <summary>What is for whoever reads notices is no word for those who look networks up.</summary>
    [Fact]
    public void When_one_was_established_is_a_day_a_month_or_a_year_and_no_note_speaks_of_the_source_papers()
    {
        Assert.All(Networks.All, n => Assert.Matches(@"^(\d{4}(-\d\d){0,2})?$", n.Established ?? ""));
        Assert.All(Networks.All, n => Assert.DoesNotMatch("aliases|to accept", n.Notes ?? ""));
    }

    [Theory]
    [InlineData("asset recovery", "carin", "arinsa", "rrag")]
    [InlineData("GAFI", "rrag")]
    [InlineData("Sud-Est asiatique")]
    [InlineData("x")]
    [InlineData("")]
    [InlineData(" ")]
    public void A_part_of_a_name_finds_those_that_bear_it(string text, params string[] ids) =>
        Assert.Subset(Networks.Search(text).Select(n => n.Id).ToHashSet(), ids.ToHashSet());

    [Fact]
    public void What_fits_no_name_finds_none() =>
        Assert.Empty(Networks.Search("no such network").Concat(Networks.Search("")).Concat(Networks.Search("x")));

    [Fact]
    public void An_address_once_printed_stands_beside_another_that_works() => Assert.All(
        Networks.All.Where(n => n.PrintedUrl is not null), n =>
        {
            Assert.NotNull(n.PrintedIn);
            Assert.NotEqual(n.Url, n.PrintedUrl);
            Assert.StartsWith("https://", n.Url, StringComparison.Ordinal);
        });

    [Fact]
    public void Who_left_and_who_came_later_has_the_dates()
    {
        Assert.True(Networks.TryFind("ejn", out var ejn));
        Membership Of(string state) => ejn.Attested.Single(m => m.State == new StateCode(state));
        Assert.True(Of("GBR").HoldsOn(new(2010, 1, 1)));
        Assert.False(Of("GBR").HoldsOn(new(2021, 1, 1)));
        Assert.False(Of("HRV").HoldsOn(new(2013, 6, 30)));
        Assert.True(Of("HRV").HoldsOn(new(2013, 7, 1)));
        Assert.Equal(27, ejn.Attested.Count(m => m.HoldsOn(new(2010, 1, 1))));
        Assert.Equal(27, ejn.Attested.Count(m => m.HoldsOn(new(2026, 1, 1))));
    }

    [Fact]
    public void Every_membership_has_a_source_and_a_known_State() => Assert.All(Networks.All.SelectMany(n => n.Attested), m =>
    {
        Assert.NotEmpty(m.Source);
        Assert.True(Sample.Data.States.Contains(m.State), m.State.Value);
    });
}
