using System.Text.RegularExpressions;
using Hub.Intake.Notes.Parsers;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Acts;

/// <summary>A note without its days: one may stand within a phrase, "was on 1 September entrusted to".</summary>
internal static partial class Timeless
{
    private const int LongestOn = 30;

    /// <summary>The note so. The words for a first day go with it; "until" stays, for it says that something ends.</summary>
    public static NoteText Of(NoteText note) => note.Without(
    [
        .. from day in note.Said.SelectMany(s => Dates.In(note, s))
           let begin = Math.Max(0, day.Span.Start - LongestOn)
           let lead = On().Match(note.Plain[begin..day.Span.Start])
           select lead.Success ? Span.Between(begin + lead.Index, day.Span.End) : day.Span,
    ]);

    [GeneratedRegex(
        @"\b(?:on(?: and from)?|as (?:of|from)|from|with effect from|effective(?: from)?|starting(?: on)?|since|a (?:compter|partir|dater) du|avec effet (?:au|du)"
        + @"|des le|depuis le|le|du|el|del|desde el|a (?:partir|contar) del|con efectos? (?:desde el|a partir del|del))\s{1,3}$",
        RegexOptions.IgnoreCase)]
    private static partial Regex On();
}
