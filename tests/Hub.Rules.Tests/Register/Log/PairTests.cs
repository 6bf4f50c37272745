using Hub.Register.Records;

namespace Hub.Rules.Tests.Register.Log;

public sealed class PairTests
{
    // Domain, section 1.1 (R2, R3) and 1.3.
    private static readonly (Instrument, string, Matter)[] Table =
    [
        (Instrument.Untoc, "13", Matter.AssetRecovery),
        (Instrument.Untoc, "16", Matter.Extradition),
        (Instrument.Untoc, "17", Matter.TransferSentencedPersons),
        (Instrument.Untoc, "18", Matter.Mla),
        (Instrument.Untoc, "31", Matter.PreventionToc),
        (Instrument.UntocSom, "8", Matter.MigrantSmugglingSea),
        (Instrument.UntocFa, "13", Matter.FirearmsLiaison),
        (Instrument.Cnd1988, "6", Matter.Extradition),
        (Instrument.Cnd1988, "7", Matter.Mla),
        (Instrument.Cnd1988, "17", Matter.DrugSmugglingSea),
        (Instrument.Uncac, "6", Matter.PreventionCorruption),
        (Instrument.Uncac, "43", Matter.CivilAdmin),
        (Instrument.Uncac, "44", Matter.Extradition),
        (Instrument.Uncac, "45", Matter.TransferSentencedPersons),
        (Instrument.Uncac, "46", Matter.Mla),
        (Instrument.Uncac, "55", Matter.AssetRecovery),
        (Instrument.Uncac, "56", Matter.AssetRecovery),
        (Instrument.Uncac, "57", Matter.AssetRecovery),
    ];

    [Fact]
    public void The_table_allows_these_pairs_and_no_others()
    {
        var articles = Enumerable.Range(0, 80).Select(a => $"{a}").ToList();
        var allowed =
            from instrument in Enum.GetValues<Instrument>()
            where instrument != Instrument.Other
            from article in articles
            from matter in Enum.GetValues<Matter>()
            where Pairs.IsAllowed(new(instrument, article, matter))
            select (instrument, article, matter);
        Assert.Equal(Table.Order(), allowed.Order());
    }

    [Fact]
    public void The_Trafficking_in_Persons_Protocol_has_no_authorities_of_its_own() =>
        Assert.DoesNotContain(Pairs.Allowed, p => p.Instrument == Instrument.UntocTip);

    [Theory]
    [InlineData(Matter.CulturalProperty, true)]
    [InlineData(Matter.Terrorism, true)]
    [InlineData(Matter.Mla, false)]
    public void Another_instrument_serves_the_matters_that_have_none(Matter matter, bool allowed) =>
        Assert.Equal(allowed, Pairs.IsAllowed(new(Instrument.Other, "Res. 1373 (2001)", matter)));

    [Fact]
    public void What_may_be_meant_is_of_the_same_matter() => Assert.Equal(
        [new(Instrument.UntocFa, "13", Matter.FirearmsLiaison)], Pairs.Instead(new(Instrument.Untoc, "13", Matter.FirearmsLiaison)));
}
