using System.Buffers;

namespace Hub.Pages.Editions.Pdf.Letters;

/// <summary>
/// Where a line may end: at blanks, and between Chinese or Japanese characters, but for those that no line may begin or end with.
/// </summary>
internal static class LineBreaks
{
    private static readonly SearchValues<char> NeverFirst = SearchValues.Create(
        "、。，．：；？！）」』】》〉〕％…—・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}%\u2019\u201D");

    private static readonly SearchValues<char> NeverLast = SearchValues.Create("（「『【《〈〔([{\u2018\u201C");

    /// <summary>Whether a line may end before a character.</summary>
    public static bool Before(ReadOnlySpan<char> text, int at) => text[at] == ' '
        || ((IsIdeographic(text[at]) || IsIdeographic(text[at - 1]))
            && text[at - 1] != ' ' && !NeverFirst.Contains(text[at]) && !NeverLast.Contains(text[at - 1]));

    private static bool IsIdeographic(char c) => c is (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF')
        or (>= '\uFF01' and <= '\uFF60');
}
