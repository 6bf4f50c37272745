using FsCheck;
using FsCheck.Fluent;
using Hub.Register.Laws;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Laws;

/// <summary>What is found in the library, and in which order.</summary>
public sealed class LawSearchTests
{
    private static readonly StateCatalog States = Sample.Data.States;
    private static readonly LawSearch Search = new(States);
    private static readonly DateOnly Day = new(2020, 5, 1);

    [Fact]
    public void Whatever_is_asked_only_listed_laws_are_found_each_once_and_in_the_order_of_the_library() => Prop.ForAll(
        RandomLaws.Asked, asked =>
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                var found = Search.Find(asked.Laws, asked.Query, language);
                Assert.All(found, l => Assert.True(l.Listed));
                Assert.Distinct(found.Select(l => l.LawId));
                var names = found.Select(l => States[l.State].Name(language)).ToList();
                Assert.Equal(names.Order(StringComparer.Create(language.Culture(), false)), names);
                foreach (var days in found.GroupBy(l => l.State, l => l.Dates.Adopted ?? DateOnly.MaxValue))
                    Assert.Equal(days.Order(), days);
            }
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Of_several_filters_together_those_laws_are_found_that_each_finds() => Prop.ForAll(
        RandomLaws.Asked, asked =>
        {
            var (laws, q) = asked;
            LawQuery[] each =
            [
                new() { State = q.State }, new() { Type = q.Type }, new() { Region = q.Region }, new() { Text = q.Text },
                new() { InForceOn = q.InForceOn },
                new() { Instrument = q.Instrument, Article = q.Article, Paragraph = q.Paragraph, Topic = q.Topic, CrimeType = q.CrimeType },
            ];
            IEnumerable<Law> all = Search.Find(laws, new(), Language.English);
            foreach (var one in each)
                all = all.Intersect(Search.Find(laws, one, Language.English));
            Assert.Equal(all, Search.Find(laws, q, Language.English));
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void On_no_day_is_a_law_both_in_force_and_repealed_and_a_day_alone_parts_them() => Prop.ForAll(
        RandomLaws.Any, laws =>
        {
            foreach (var law in laws)
                for (var day = new DateOnly(1989, 1, 1); day.Year < 2030; day = day.AddDays(97))
                    Assert.False(LawSearch.IsInForce(law, day) && LawSearch.IsRepealed(law, day), $"{law} on {day}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Theory]
    [InlineData("3", "3(a)", true)]
    [InlineData("3(a)", "3", true)]
    [InlineData("3(a)", null, true)]
    [InlineData("3", "3", true)]
    [InlineData("3(a)", "3(b)", false)]
    [InlineData("3", "13", false)]
    [InlineData("(a)", "(a)", true)]
    public void A_paragraph_is_found_with_its_letters_and_with_what_holds_for_all_of_it(string asked, string? named, bool isFound) =>
        Assert.Equal(isFound, Found(
            Of(new ArticleRef(Instrument.Untoc, "18", named)), new() { Instrument = Instrument.Untoc, Article = "18", Paragraph = asked }));

    [Fact]
    public void One_provision_has_to_be_all_that_is_asked_of_provisions()
    {
        var law = Of() with
        {
            Provisions =
            [
                new("s. 1", [new(Instrument.Untoc, "16")], Topics: [LawTopic.Extradition]),
                new("s. 2", [new(Instrument.Uncac, "46")], Topics: [LawTopic.Mla], CrimeTypes: [CrimeType.Corruption]),
            ],
        };
        Assert.True(Found(law, new() { Instrument = Instrument.Untoc, Article = "16", Topic = LawTopic.Extradition }));
        Assert.False(Found(law, new() { Instrument = Instrument.Untoc, Topic = LawTopic.Mla }));
        Assert.False(Found(law, new() { Article = "16", Instrument = Instrument.Uncac }));
        Assert.False(Found(law, new() { CrimeType = CrimeType.Corruption, Topic = LawTopic.Extradition }));
    }

    [Theory]
    [InlineData("ENTRAIDE judiciaire", true)]
    [InlineData("judiciaire entraide", true)]
    [InlineData("2003-41", true)]
    [InlineData("2003 41", true)]
    [InlineData("règles de procedure", true)]
    [InlineData("extradition", false)]
    [InlineData("entraide extradition", false)]
    [InlineData("协助", true)]
    [InlineData("!!!", false)]
    public void Words_are_found_in_titles_numbers_and_headings_however_they_are_written(string text, bool isFound) => Assert.Equal(
        isFound,
        Found(
            Of(new ArticleRef(Instrument.Untoc, "18")) with
            {
                TitleOriginal = "Loi relative à l’entraide judiciaire", Number = "n° 2003-41",
                Titles = new Dictionary<string, string> { ["zh"] = "司法协助法" },
                Provisions = [new("s. 1", [new(Instrument.Untoc, "18")], Heading: "Regles de procédure", Extract: "On extradition nothing is said.")],
            }, new() { Text = text }));

    [Theory]
    [InlineData(LawStatus.InForce, "2020-05-01", null, true)]
    [InlineData(LawStatus.InForce, "2020-05-02", null, false)]
    [InlineData(LawStatus.InForce, null, null, true)]
    [InlineData(LawStatus.Amended, "2019-01-01", "2020-05-01", false)]
    [InlineData(LawStatus.Amended, "2019-01-01", "2020-05-02", true)]
    [InlineData(LawStatus.Repealed, "2019-01-01", "2021-01-01", true)]
    [InlineData(LawStatus.Repealed, "2019-01-01", null, false)]
    [InlineData(LawStatus.NotYet, null, null, false)]
    [InlineData(LawStatus.NotYet, "2020-04-30", null, true)]
    [InlineData(LawStatus.Unknown, "2019-01-01", null, false)]
    [InlineData(LawStatus.Unknown, "2019-01-01", "2021-01-01", true)]
    public void Whether_a_law_is_in_force_its_dates_say_and_where_they_do_not_its_status(LawStatus status, string? from, string? to, bool isInForce)
    {
        var law = Of() with { Status = status, Dates = new(InForce: Date(from), Repealed: Date(to)) };
        Assert.Equal(isInForce, Found(law, new() { InForceOn = Day }));
        Assert.False(Found(law with { Type = LawType.NoSpecificLaw }, new() { InForceOn = Day }));
    }

    private static DateOnly? Date(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static bool Found(Law law, LawQuery query) => Search.Find([law], query, Language.English).Count == 1;

    private static Law Of(params ArticleRef[] articles) => new()
    {
        LawId = "law-1", Version = 1, State = new("SEN"), TitleOriginal = "Loi", Language = "fr", Type = LawType.Act,
        Provisions = articles.Length == 0 ? [] : [new("whole", articles)],
    };
}
