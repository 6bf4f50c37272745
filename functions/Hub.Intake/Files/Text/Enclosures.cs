using System.Globalization;
using System.Text.RegularExpressions;
using Hub.Register.Problems;

namespace Hub.Intake.Files.Text;

/// <summary>What a note says that it brings along: files by their names, and how many enclosures (V17).</summary>
public static partial class Enclosures
{
    private const int MostCounted = 99;

    /// <summary>Characters that are looked through: a note is shorter, and what is longer is none.</summary>
    private const int MostRead = 200_000;

    /// <summary>Names that are told: who did not send twenty files knows it by then.</summary>
    private const int MostTold = 20;

    /// <summary>What it names, or counts, and did not bring.</summary>
    /// <param name="text">The text of the note.</param>
    /// <param name="files">The names of all files that came, the note's own among them.</param>
    /// <param name="field">The field of the note itself.</param>
    public static IEnumerable<Problem> Absent(string text, IReadOnlyList<string> files, string field)
    {
        text = text[..Math.Min(text.Length, MostRead)];
        var named = FileNames().Matches(text).Select(m => m.Value).Distinct(StringComparer.OrdinalIgnoreCase);
        foreach (var name in named.Where(n => !files.Contains(n, StringComparer.OrdinalIgnoreCase)).Take(MostTold))
            yield return Problem.Query(ProblemCode.V17, field, name);
        // Enclosures may stand in the note's own file: whoever sent it knows, and is told, not asked.
        if (Counts().Matches(text) is [.., var last] && Number(last) is { } count && count > files.Count - 1)
            yield return Problem.Warn(ProblemCode.V17, field, text[last.Index..(last.Groups[1].Index + last.Groups[1].Length)], "");
    }

    private static int? Number(Match match)
    {
        var digits = string.Concat(match.Groups[1].Value.Select(c => char.GetNumericValue(c)));
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= MostCounted ? number : null;
    }

    // Not what stands in an address: "https://ministry.example/form.pdf" did not come with the note either, but was not to.
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}_/@.\-])[\p{L}\p{N}_][\p{L}\p{N}_\-()]{0,100}(?:\.[\p{L}\p{N}_\-()]{1,40}){0,8}"
        + @"\.(?:pdf|docx|xlsx|odt|csv|txt|eml|png|jpe?g|tiff?)(?![\p{L}\p{N}_/@.\-])",
        RegexOptions.IgnoreCase)]
    private static partial Regex FileNames();

    // At the foot of a note (ST/DCS/4/Rev.1): "Enclosure(s): 2", as each of the six languages writes it.
    [GeneratedRegex(
        @"(?:enclosures?|enclosure\(s\)|encl\.|annexes?|annexe\(s\)|pi[eè]ces?\s+jointes?|pi[eè]ce\(s\)\s+jointe\(s\)|p\.\s?j\.|"
        + @"anexos?|anexo\(s\)|adjuntos?|приложени[ея]|المرفقات|المرفق|ضميمة|附件)"
        + @"\s*[:：]\s*(\d{1,2})(?:$|\P{N})",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Counts();
}
