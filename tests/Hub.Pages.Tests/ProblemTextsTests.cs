using Hub.Register.Problems;
using Hub.Register.States;

namespace Hub.Pages.Tests;

public sealed class ProblemTextsTests
{
    private const string Pair = "UNTOC 13 (FIREARMS_LIAISON)";

    /// <summary>Every code with the arguments that the hub gives it.</summary>
    public static readonly Problem[] Given =
    [
        Problem.Refuse(ProblemCode.F01, ""), Problem.Refuse(ProblemCode.F02, "/kynd", "kynd", "kind"),
        Problem.Refuse(ProblemCode.F03, "/kind", "an object { … }"), Problem.Refuse(ProblemCode.F04, "/kind"),
        Problem.Refuse(ProblemCode.F05, "/changes", "40", "32"), Problem.Refuse(ProblemCode.F06, "/state", "Arvania"),
        Problem.Refuse(ProblemCode.F07, "/kind", "CORRECTION"), Problem.Refuse(ProblemCode.F08, "", "14900"),
        .. new[]
        {
            ProblemCode.F10, ProblemCode.F11, ProblemCode.F12, ProblemCode.F13, ProblemCode.F14, ProblemCode.F15, ProblemCode.F16,
            ProblemCode.F17, ProblemCode.F18, ProblemCode.F19,
        }.Select(code => Problem.Query(code, "/files/0", "note.pdf")),
        Problem.Query(ProblemCode.F20, "", "Telefone", "form.xlsx Form!B12", "Telephone"),
        Problem.Query(ProblemCode.F21, "", "A3 Date of effect", "note.txt : 4", "note.txt : 9"),
        Problem.Query(ProblemCode.F22, "", "designation/2", "designation/1"),
        Problem.Query(ProblemCode.F23, "", "A3 Date of effect", "form.csv № 7", "2025-04-01"),
        Problem.Query(ProblemCode.F24, "", "C15 Telephone", "form.docx № 40"),
        new(ProblemCode.V01, "/changes/0", Outcome.Hold, []),
        Problem.Warn(ProblemCode.V02, "/effectiveFrom", "2027-01-01", "2026-03-01"),
        Problem.Query(ProblemCode.V03, "", Pair, "UNTOC-FA 13 (FIREARMS_LIAISON)"),
        Problem.Query(ProblemCode.V03, "", "UNTOC 1 (TERRORISM)", ""),
        Problem.Query(ProblemCode.V04, "", Pair, "UNTOC-FA 13 (FIREARMS_LIAISON)"), Problem.Query(ProblemCode.V04, "", Pair, ""),
        Problem.Query(ProblemCode.V05, "", "UNTOC-FA"), Problem.Query(ProblemCode.V05, "", "NOT_TREATY_CONDITIONAL"),
        Problem.Query(ProblemCode.V06, "", Pair, "0195-record"), Problem.Warn(ProblemCode.V07, "", "piracy only"),
        Problem.Warn(ProblemCode.V06, "", Pair, "0195-record"), Problem.Refuse(ProblemCode.V08, "", "Korea", "Republic of Korea (KOR)"),
        new(ProblemCode.V20, "", Outcome.Hold, ["XAA-1"]),
        Problem.Warn(ProblemCode.V08, "", "Ivory Coast", "CIV"), Problem.Query(ProblemCode.V09, "", "a@b", "office@ministry.example"),
        Problem.Warn(ProblemCode.V09, "", "mailto:a@b.example", "a@b.example"), Problem.Warn(ProblemCode.V10, "", "someone@gmail.com"),
        Problem.Warn(ProblemCode.V11, "", "00999 1 555 0100", "+99915550100"),
        Problem.Query(ProblemCode.V11, "", "555 0100", "+999 1 555 0100"), Problem.Query(ProblemCode.V12, "", "UTC+1", "Africa/Dakar"),
        Problem.Query(ProblemCode.V12, "", "", "Africa/Dakar"), Problem.Query(ProblemCode.V12, "", "8.30 am", "08:30"),
        Problem.Query(ProblemCode.V13, "", "all UN languages"), Problem.Query(ProblemCode.V14, ""), Problem.Warn(ProblemCode.V15, ""),
        Problem.Query(ProblemCode.V16, ""), Problem.Query(ProblemCode.V17, "", "note.pdf"),
        Problem.Warn(ProblemCode.V17, "", "Enclosures: 2", ""),
        new(ProblemCode.V18, "", Outcome.Link, ["XAA-1"]),
        new(ProblemCode.V18, "", Outcome.Warn, ["XAA-1"]),
        Problem.Query(ProblemCode.V19, "", "2025-01-01", "2025-02-01"),
        Problem.Query(ProblemCode.V20, "", "phones"), Problem.Warn(ProblemCode.V20, "", "phones"),
        Problem.Warn(ProblemCode.V21, "", "translation.pdf", "note.pdf", "office@ministry.example, 5550100"),
        Problem.Warn(ProblemCode.V22, ""), Problem.Query(ProblemCode.V22, "", "U+000B"),
        Problem.Query(ProblemCode.V23, "", "as previously notified"),
        Problem.Query(ProblemCode.V24, "", "03/04/2025"),
        new(ProblemCode.V25, "", Outcome.Hold, []), Problem.Warn(ProblemCode.V26, ""),
        Problem.Warn(ProblemCode.V27, "", "https://law.example/"),
        Problem.Warn(ProblemCode.V28, ""), Problem.Warn(ProblemCode.V29, ""), Problem.Query(ProblemCode.V30, "", "wacap"),
        Problem.Warn(ProblemCode.V31, "", Pair), Problem.Warn(ProblemCode.V32, ""),
        Problem.Query(ProblemCode.V33, "", "office@ministry.example"),
        Problem.Query(ProblemCode.L01, ""), Problem.Warn(ProblemCode.L02, "", "https://law.example/"),
        Problem.Query(ProblemCode.L03, "", "UNTOC 42"), Problem.Query(ProblemCode.L04, "", "2025-02-01", "2025-01-01"),
        Problem.Query(ProblemCode.L05, "", "fr"), Problem.Query(ProblemCode.L06, ""), Problem.Query(ProblemCode.L07, "", "Extradition Act"),
        Problem.Warn(ProblemCode.L09, "", "UNTOC-FA"), Problem.Query(ProblemCode.L10, "", "French"),
        Problem.Query(ProblemCode.L11, "", "office@ministry.example"),
    ];

    [Fact]
    public void Every_code_has_texts_in_six_languages()
    {
        var wanted = Enum.GetNames<ProblemCode>().SelectMany(code => new[] { $"{code}.Title", $"{code}.Remedy" });
        Assert.All(WrittenTexts.Problems.Values, texts => Assert.Subset(texts.Keys.ToHashSet(), wanted.ToHashSet()));
    }

    [Fact]
    public void All_languages_have_the_same_texts_with_the_same_places() => WrittenTexts.AreAlike(WrittenTexts.Problems);

    [Fact]
    public void The_arguments_of_every_problem_fit_its_text_in_every_language()
    {
        Assert.Equal(Enum.GetValues<ProblemCode>().ToHashSet(), Given.Select(p => p.Code).ToHashSet());
        foreach (var problem in Given)
            foreach (var language in Enum.GetValues<Language>())
            {
                var (title, remedy) = ProblemTexts.Of(problem, language);
                Assert.All(problem.Arguments.Where(a => a.Length > 0), a => Assert.Contains(a, title + remedy));
                Assert.DoesNotMatch(@"\{\d\}|“”|«\s?»", title + remedy);
            }
    }

    [Fact]
    public void A_problem_whose_quotations_were_erased_still_has_its_words_in_every_language()
    {
        foreach (var problem in Given.Select(p => p with { Field = "", Arguments = [] }))
            foreach (var language in Enum.GetValues<Language>())
                Assert.DoesNotMatch(@"\{\d\}", $"{ProblemTexts.Of(problem, language)}");
    }

    [Fact]
    public void A_number_without_country_code_is_told_apart_from_one_that_was_normalised()
    {
        string Title(Problem problem) => ProblemTexts.Of(problem, Language.English).Title;
        Assert.Equal("The number 00999 was recorded as +999.", Title(Problem.Warn(ProblemCode.V11, "", "00999", "+999")));
        Assert.Equal("“555” cannot be read as one complete telephone number.", Title(Problem.Query(ProblemCode.V11, "", "555", "+999")));
    }

    [Fact]
    public void A_response_says_what_became_of_the_whole_in_every_language()
    {
        foreach (var key in new[] { "Refused", "KeyReused", "ForeignState", "Form" })
            foreach (var language in Enum.GetValues<Language>())
                Assert.All(
                    [ProblemTexts.Response($"{key}.Title", language), ProblemTexts.Response($"{key}.Detail", language, "XAA-1")],
                    text => Assert.True(text.Length > 2 && !text.Contains('{', StringComparison.Ordinal), text));
        Assert.Contains("XAA-1", ProblemTexts.Response("KeyReused.Detail", Language.Russian, "XAA-1"));
    }

    [Fact]
    public void Hours_without_any_zone_are_told_apart_from_a_doubtful_one()
    {
        var absent = ProblemTexts.Of(Problem.Query(ProblemCode.V12, "", "", "Africa/Dakar"), Language.French);
        Assert.Equal("Les heures d'ouverture sont données sans fuseau horaire.", absent.Title);
        Assert.Contains("Africa/Dakar", absent.Remedy);
    }

    [Fact]
    public void In_Arabic_what_is_quoted_stands_apart() =>
        Assert.Contains("\u2068note.pdf\u2069", ProblemTexts.Of(Problem.Query(ProblemCode.V17, "", "note.pdf"), Language.Arabic).Title);
}
