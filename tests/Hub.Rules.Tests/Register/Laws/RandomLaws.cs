using FsCheck;
using FsCheck.Fluent;
using Hub.Register.Laws;
using Hub.Register.States;

namespace Hub.Rules.Tests.Register.Laws;

/// <summary>Laws of a few States with whatever a law can have.</summary>
internal static class RandomLaws
{
    public static readonly StateCode[] Codes = [new("SEN"), new("CIV"), new("SWE"), new("HKG"), new("XAA")];
    private static readonly string[] Titles = ["Loi n° 2018-03", "Act on Mutual Legal Assistance", "قانون غسل الأموال", "反洗钱法", "Закон о выдаче"];
    private static readonly string[] Numbers = ["13", "16", "18", "46"];
    private static readonly string?[] Paragraphs = [null, "3", "3(a)", "(b)"];

    public static Arbitrary<Law[]> Any { get; } =
        Gen.ListOf(Gen.Choose(0, 99_999)).Select(seeds => seeds.Take(30).Select(Law).ToArray()).ToArbitrary();

    public static Arbitrary<(Law[] Laws, LawQuery Query)> Asked { get; } =
        Gen.Zip(Any.Generator, Gen.Choose(0, 99_999)).Select(p => (p.Item1, Query(p.Item2))).ToArbitrary();

    public static Law Law(int seed, int number) => new()
    {
        LawId = $"law-{number:D4}",
        Version = 1,
        State = Codes[seed % Codes.Length],
        TitleOriginal = Titles[seed / 5 % Titles.Length],
        Language = "fr",
        Number = seed % 3 == 0 ? null : $"n° {seed % 50}",
        Type = (LawType)(seed / 7 % 9),
        Status = (LawStatus)(seed / 11 % 6),
        Dates = new(Day(seed, 3, 0), Day(seed, 5, 100), Day(seed, 2, 200), null, Day(seed, 4, 2000)),
        Listed = seed % 10 != 0,
        Provisions = [.. Enumerable.Range(0, seed % 3).Select(i => Provision(seed + (i * 31)))],
    };

    private static Provision Provision(int seed) => new(
        $"art. {seed % 90}", [Article(seed), .. seed % 2 == 0 ? new[] { Article(seed / 3) } : []],
        Heading: seed % 4 == 0 ? "Confiscation des avoirs" : null,
        CrimeTypes: seed % 5 == 0 ? null : [(CrimeType)(seed / 13 % 10)], Topics: seed % 3 == 0 ? null : [(LawTopic)(seed / 17 % 12)]);

    private static ArticleRef Article(int seed) =>
        new(Articles.Instruments[seed % 6], Numbers[seed / 2 % 4], Paragraphs[seed / 3 % 4]);

    private static DateOnly? Day(int seed, int unless, int after) =>
        seed % unless == 0 ? null : new DateOnly(1990, 1, 1).AddDays((seed % 9000) + after);

    private static LawQuery Query(int seed) => new()
    {
        State = seed % 4 == 0 ? Codes[seed / 4 % Codes.Length] : null,
        Instrument = seed % 3 == 0 ? Articles.Instruments[seed / 3 % 6] : null,
        Article = seed % 5 == 0 ? Numbers[seed / 5 % 4] : null,
        Paragraph = seed % 7 == 0 ? Paragraphs[seed / 7 % 4] : null,
        Topic = seed % 6 == 0 ? (LawTopic)(seed / 6 % 12) : null,
        CrimeType = seed % 8 == 0 ? (CrimeType)(seed / 8 % 10) : null,
        Type = seed % 9 == 0 ? (LawType)(seed / 9 % 9) : null,
        Region = seed % 10 == 0 ? "011" : null,
        Text = seed % 11 == 0 ? "loi 2018" : null,
        InForceOn = seed % 13 == 0 ? new DateOnly(2005, 1, 1) : null,
    };
}
