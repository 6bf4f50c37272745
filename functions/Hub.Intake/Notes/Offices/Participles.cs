using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Offices;

/// <summary>
/// French participles in names: "Bureau des biens confisqués". Their accent tells them from other words; what is said of an office is none.
/// </summary>
internal static partial class Participles
{
    /// <summary>Whether a word of a note is one that a name may go on with.</summary>
    public static bool Has(NoteText note, string word, int at) =>
        note.Original.AsSpan(at, word.Length).TrimEnd('s').EndsWith("é") && !SaidOf().IsMatch(word);

    [GeneratedRegex(
        "^(?:habilit|cre|intitul|nomm|appel|denomm|rebaptis|renomm|remplac|mandat|autoris|cit|precit|susmentionn|mentionn|vis|indiqu|confirm|supprim|transfer"
        + "|install|domicili|represent|dirig|compos|dot|institu|inform|accept|adress|envoy|notifi|retir|abrog|situ|plac|rattach|design|charg|propos|recre|modifi"
        + "|deplac|relog|loge?|integr|regroup|annonc|signal|report|amen|appel|cess|ferm|exist|hiss|elev|erig)es?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex SaidOf();
}
