using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Parsers.Contacts;

/// <summary>Tells lines of an address from running text and from what stands under labels of its own.</summary>
internal static partial class AddressLines
{
    /// <summary>Characters of a line at most.</summary>
    public const int Longest = 70;
    private const int FewestOfSentence = 3;

    private static readonly Concept[] Labels =
    [
        Concept.PhoneLabel, Concept.FaxLabel, Concept.EmailLabel, Concept.HoursLabel, Concept.LanguagesLabel, Concept.WebsiteLabel,
    ];

    /// <summary>Whether a line may be one of an address.</summary>
    public static bool IsOne(NoteText note, Span line)
    {
        if (line.Length is < 3 or > Longest)
            return false;
        var text = note.Plain[line.Start..line.End];
        return !IsOther(text) && !IsLabel(note, line) && Lower().Count(text) < FewestOfSentence;
    }

    /// <summary>Whether a text holds what no line of an address does.</summary>
    public static bool IsOther(string text) => NoLine().IsMatch(text);

    private static bool IsLabel(NoteText note, Span line) => Labels.Any(c =>
        note.Lexicon[c].AtStart(note.Plain, line) is > 0 and var length
        && !char.IsLetter(note.Plain[Math.Min(line.Start + length, note.Plain.Length - 1)]));

    [GeneratedRegex(
        @"(?<=\s|^)(?!(?:de|du|des|del|la|le|les|el|los|las|of|the|rue|avenue|calle|place|piso|bloque|zona|etage|secteur|esquina)\b)\p{Ll}{2,}(?=\s|$|,)")]
    private static partial Regex Lower();

    // Running text, a value under a label, a number, an address of mail, a date.
    [GeneratedRegex(
        @"@|\+\s?\d|^\d{1,2}\.[IVX]{1,4}\.\d{4}$|https?:|www\.|:|\t|\.{3,}|[ ]{3,}|\b(?:tel|fax|phone|telephone|telefono|telephones?)\b|^(?:the|la|le|les|el|los|las|all|requests?|please|in)\s.{30,}"
        + @"|\w{3,}\.\s+\p{Lu}\w+\s|\b(?:" + AddressParts.Months + @")\.?,?\s(?:de\s|del\s)?(?:19|20)\d{2}$|\b(?:is|are|has|have|will|est|sont|ont|es|son|ha|han)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NoLine();
}
