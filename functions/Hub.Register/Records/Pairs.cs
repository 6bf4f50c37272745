using System.Text.RegularExpressions;

namespace Hub.Register.Records;

/// <summary>An instrument and one of its articles, under which a matter is handled.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Article">The article's number, e.g. <c>18</c>.</param>
/// <param name="Matter">The matter.</param>
public sealed record Pair(Instrument Instrument, string Article, Matter Matter);

/// <summary>Which instrument and article allow a designation for which matter.</summary>
public static partial class Pairs
{
    /// <summary>Every allowed pair; instruments coded OTHER carry a reference of their own instead of an article.</summary>
    public static IReadOnlyList<Pair> Allowed { get; } =
    [
        new(Instrument.Untoc, "16", Matter.Extradition),
        new(Instrument.Cnd1988, "6", Matter.Extradition),
        new(Instrument.Uncac, "44", Matter.Extradition),
        new(Instrument.Untoc, "17", Matter.TransferSentencedPersons),
        new(Instrument.Uncac, "45", Matter.TransferSentencedPersons),
        new(Instrument.Untoc, "18", Matter.Mla),
        new(Instrument.Cnd1988, "7", Matter.Mla),
        new(Instrument.Uncac, "46", Matter.Mla),
        new(Instrument.Cnd1988, "17", Matter.DrugSmugglingSea),
        new(Instrument.UntocSom, "8", Matter.MigrantSmugglingSea),
        new(Instrument.UntocFa, "13", Matter.FirearmsLiaison),
        new(Instrument.Uncac, "55", Matter.AssetRecovery),
        new(Instrument.Uncac, "56", Matter.AssetRecovery),
        new(Instrument.Uncac, "57", Matter.AssetRecovery),
        new(Instrument.Untoc, "13", Matter.AssetRecovery),
        new(Instrument.Untoc, "31", Matter.PreventionToc),
        new(Instrument.Uncac, "6", Matter.PreventionCorruption),
        new(Instrument.Uncac, "43", Matter.CivilAdmin),
    ];

    /// <summary>Whether a designation may be made for it.</summary>
    public static bool IsAllowed(Pair pair) => pair.Instrument == Instrument.Other
        ? pair.Matter is Matter.CulturalProperty or Matter.Terrorism
        : Allowed.Contains(pair);

    /// <summary>
    /// Whether a text is an article's number, with letter and paragraph or without: <c>18</c>, <c>13 bis</c>, <c>7(2)(a)</c>.
    /// </summary>
    public static bool IsArticle(string text) => ArticleNumber().IsMatch(text);

    [GeneratedRegex(
        @"^[0-9]{1,3}( ?(bis|ter|quater|quinquies)|[A-Za-z])?( ?\(([0-9]{1,2}|[a-z]{1,4})\)|,? ?para(graph|\.)? ?[0-9]{1,2}){0,3}\z",
        RegexOptions.NonBacktracking)]
    private static partial Regex ArticleNumber();

    /// <summary>What may be meant where a pair is not allowed: the allowed pairs of the same matter.</summary>
    public static IEnumerable<Pair> Instead(Pair pair) => Allowed.Where(a => a.Matter == pair.Matter);
}
