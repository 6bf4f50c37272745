using System.Text.RegularExpressions;
using Hub.Intake.Files.Unpacking;
using Hub.Register.Text;

namespace Hub.Intake.Files.Text;

/// <summary>
/// Arabic that a printer wrote: from left to right as it stands on paper ("visual order"), or in the shapes of letters instead of letters.
/// </summary>
internal static partial class ArabicOrder
{
    private const int FewestSigns = 3;
    private const string Brackets = "()[]{}«»<>";
    private const string Mirrored = ")(][}{»«><";

    /// <summary>Whether words stand backwards: they end with what words begin with, and begin with what only ends them.</summary>
    public static bool IsVisual(string text)
    {
        var (forwards, backwards) = (0, 0);
        foreach (var word in Words().EnumerateMatches(text))
        {
            var letters = Letters(text.AsSpan(word.Index, word.Length));
            forwards += letters.StartsWith("ال", StringComparison.Ordinal) || letters[^1] is 'ة' or 'ى' ? 1 : 0;
            backwards += letters.EndsWith("لا", StringComparison.Ordinal) || letters[0] is 'ة' or 'ى' ? 1 : 0;
        }
        return backwards >= FewestSigns && backwards > 2 * forwards;
    }

    /// <summary>The text as it is read: letters instead of shapes, each line from its beginning.</summary>
    public static string Logical(string text)
    {
        var backwards = IsVisual(text);
        var letters = Shapes().Replace(text, m => SafeText.Composed(SafeText.Simplified(m.Value)));
        return backwards ? string.Join('\n', letters.Split('\n').Select(Turned)) : letters;
    }

    private static string Letters(ReadOnlySpan<char> word) => SafeText.Composed(SafeText.Simplified(new string(word)));

    // Numbers, addresses and words of other scripts run from left to right in either order.
    private static string Turned(string line)
    {
        if (!line.Any(c => Scripts.Of(c) == Script.Arabic))
            return line;
        var turned = line.Reverse().Select(c => Brackets.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Mirrored[at] : c);
        return LeftToRight().Replace(string.Concat(turned), m => string.Concat(m.Value.Reverse()));
    }

    [GeneratedRegex(@"[\u0620-\u064A\uFE70-\uFEFC]{3,40}")]
    private static partial Regex Words();

    [GeneratedRegex(@"[\uFB50-\uFDFF\uFE70-\uFEFC]+")]
    private static partial Regex Shapes();

    [GeneratedRegex(
        @"[A-Za-z0-9\u0660-\u0669\u00C0-\u024F](?:[A-Za-z0-9\u0660-\u0669\u00C0-\u024F@._:/+\-]*[A-Za-z0-9\u0660-\u0669\u00C0-\u024F+])?",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex LeftToRight();
}
