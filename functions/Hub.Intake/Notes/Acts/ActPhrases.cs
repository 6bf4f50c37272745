using Hub.Intake.Notes.Phrasing;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Intake.Notes.Acts;

/// <summary>Phrases by which notes in a language say something of an office: data, a file for each language.</summary>
internal sealed record ActPhrases(ActKind Kind, Slot Slot, Phrases Phrases)
{
    private static readonly Dictionary<Language, IReadOnlyList<ActPhrases>> ByLanguage =
        Lexicon.All.ToDictionary(l => l.Language, l => Read(l.Language));

    /// <summary>Those of a language.</summary>
    public static IReadOnlyList<ActPhrases> Of(Language language) => ByLanguage[language];

    private static IReadOnlyList<ActPhrases> Read(Language language) =>
    [
        .. from row in Lexicon.Rows($"Hub.Intake.Notes.Acts.Phrases.{language.Code()}.tsv")
           select new ActPhrases(Enum.Parse<ActKind>(row[0]), Enum.Parse<Slot>(row[1]), new(row[2])),
    ];
}
