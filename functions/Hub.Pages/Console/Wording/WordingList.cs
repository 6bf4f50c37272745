using Hub.Pages.Console.Lists;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Pages.Console.Wording;

/// <summary>Which texts are shown.</summary>
/// <param name="Language">Of one language; of all where null.</param>
/// <param name="All">Whether those that a person has written or reviewed are shown too.</param>
public sealed record WordingChoice(Language? Language, bool All)
{
    /// <summary>Where the list is.</summary>
    public const string Path = "/console/operations/texts";

    /// <summary>The address of the list with what was chosen.</summary>
    public string Address() => PageRange.AddressOf(Path, ("language", Language?.Code()), ("all", All ? "yes" : null));

    /// <summary>Whether a text is shown.</summary>
    public bool Shows(WrittenText text) => (All || text.IsForReview) && (Language is null || text.Language == Language);
}

/// <summary>Texts, and how many of each language wait for a person.</summary>
/// <param name="Choice">Which.</param>
/// <param name="Range">Which page of them.</param>
/// <param name="Texts">The texts.</param>
/// <param name="Waiting">How many of each language wait, and how many there are.</param>
public sealed record WordingList(
    WordingChoice Choice, PageRange Range, IReadOnlyList<WrittenText> Texts,
    IReadOnlyList<(Language Language, int Waiting, int All)> Waiting) : Confidential
{
    /// <summary>How many of each language wait for a person.</summary>
    public static IReadOnlyList<(Language Language, int Waiting, int All)> Count(IEnumerable<WrittenText> texts) =>
        [.. texts.GroupBy(t => t.Language).OrderBy(g => g.Key).Select(g => (g.Key, g.Count(t => t.IsForReview), g.Count()))];
}
