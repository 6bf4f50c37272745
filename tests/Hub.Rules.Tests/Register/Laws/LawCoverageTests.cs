using FsCheck;
using FsCheck.Fluent;
using Hub.Register.Laws;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Laws;

/// <summary>Who named laws for an article, and what is missing of a State.</summary>
public sealed class LawCoverageTests
{
    private static readonly LawCoverage Coverage = new(Sample.Data.States, new PartyList());
    private static readonly DateOnly Day = new(2020, 5, 1);
    private static readonly StateCode Senegal = new("SEN");

    [Fact]
    public void Every_State_stands_in_one_of_the_lists() => Prop.ForAll(
        RandomLaws.Any, laws =>
        {
            var coverage = Coverage.Of(laws, Instrument.UntocFa, "13", Day);
            List<State> all =
                [.. coverage.With.Select(w => w.State), .. coverage.NoSpecificLaw, .. coverage.Missing, .. coverage.NotParties];
            Assert.Distinct(all.Select(s => s.Alpha3));
            Assert.Equal(
                Sample.Data.States.All.Where(s => !s.IsJurisdiction).Select(s => s.Alpha3),
                all.Where(s => !s.IsJurisdiction).Select(s => s.Alpha3).OrderBy(s => s.Value, StringComparer.Ordinal));
            Assert.All(coverage.With, w => Assert.InRange(w.Laws, 1, laws.Length));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [Fact]
    public void A_law_that_is_repealed_or_not_listed_carries_out_nothing()
    {
        var law = Of("16");
        Assert.Equal((Senegal, 1), Coverage.Of([law], Instrument.Untoc, "16", Day).With.Select(w => (w.State.Alpha3, w.Laws)).Single());
        Assert.Empty(Coverage.Of([law with { Dates = new(Repealed: Day) }], Instrument.Untoc, "16", Day).With);
        Assert.Single(Coverage.Of([law with { Dates = new(Repealed: Day.AddDays(1)) }], Instrument.Untoc, "16", Day).With);
        Assert.Empty(Coverage.Of([law with { Listed = false }], Instrument.Untoc, "16", Day).With);
        Assert.Empty(Coverage.Of([law], Instrument.Uncac, "16", Day).With);
    }

    [Fact]
    public void A_State_that_says_that_it_has_no_law_is_no_gap_until_it_names_one()
    {
        var none = Of("16") with { Type = LawType.NoSpecificLaw };
        var said = Coverage.Of([none], Instrument.Untoc, "16", Day);
        Assert.Equal([Senegal], said.NoSpecificLaw.Select(s => s.Alpha3));
        Assert.Empty(said.With);
        Assert.DoesNotContain(Senegal, said.Missing.Select(s => s.Alpha3));
        var named = Coverage.Of([none, Of("16") with { LawId = "law-2" }], Instrument.Untoc, "16", Day);
        Assert.Equal((Senegal, 1), named.With.Select(w => (w.State.Alpha3, w.Laws)).Single());
        Assert.Empty(named.NoSpecificLaw);
    }

    [Fact]
    public void Of_a_State_those_articles_are_missing_for_which_it_named_neither_a_law_nor_that_it_has_none()
    {
        Law[] laws = [Of("16"), Of("18") with { Type = LawType.NoSpecificLaw }, Of("17") with { State = new("CIV") }];
        Assert.Equal(
            ["UNTOC 13", "UNTOC 17", "UNCAC 44", "UNCAC 45", "UNCAC 46"],
            Coverage.Missing(laws, Senegal, Day).Select(m => $"{m.Article.Instrument.ToString().ToUpperInvariant()} {m.Article.Article}"));
        Assert.All(Coverage.Missing(laws, Senegal, Day), m => Assert.True(m.IsParty));
    }

    [Fact]
    public void Who_is_no_party_is_no_gap()
    {
        var coverage = Coverage.Of([], Instrument.UntocFa, "13", Day);
        Assert.Equal([Sample.State], coverage.NotParties.Select(s => s.Alpha3));
        Assert.DoesNotContain(Sample.State, coverage.Missing.Select(s => s.Alpha3));
    }

    private static Law Of(string article) => new()
    {
        LawId = "law-1", Version = 1, State = Senegal, TitleOriginal = "Loi", Language = "fr", Type = LawType.Act,
        Status = LawStatus.InForce, Provisions = [new("whole", [new(Instrument.Untoc, article)])],
    };
}
