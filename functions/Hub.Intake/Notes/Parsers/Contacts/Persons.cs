using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.Problems;

namespace Hub.Intake.Notes.Parsers.Contacts;

/// <summary>Persons whom a note names as contacts: they are shown with their consent only (V15).</summary>
internal static partial class Persons
{
    private const int LongestName = 60;

    /// <summary>The first of them, as a question.</summary>
    public static IEnumerable<Found<ProblemCode>> Questions(NoteText note, Span within) =>
        (from label in note.All(Concept.PersonLabel, within)
         let name = Name().Match(note.Plain, label.End, Math.Min(LongestName, note.Plain.Length - label.End))
         where name.Success && !note.Has(Concept.Head, new(name.Groups["name"].Index, name.Groups["name"].Length))
         select new Found<ProblemCode>(ProblemCode.V15, new(name.Groups["name"].Index, name.Groups["name"].Length))).Take(1);

    // A title, initials, or words in capitals.
    [GeneratedRegex(
        @"\G\s?(?::|is|est|es|=|-)?\s{1,3}(?:(?:the|la|le|el)\s)?(?<name>(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|Madam|Mme|Mlle|M|Me|Sra?|Srta|Lic|Abg|Abog|Ing|Dra?)\.?\s{1,2})?"
        + @"(?:\p{Lu}\.\s?){0,3}(?:\p{Lu}\p{L}{0,20}\.?)(?:[ -]\p{Lu}[\p{L}.]{0,20}){0,3})")]
    private static partial Regex Name();
}
