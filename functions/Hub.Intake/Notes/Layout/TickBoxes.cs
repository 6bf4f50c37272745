using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Layout;

/// <summary>Finds choices that stand in a row beside boxes, of which some are ticked: the others are not said.</summary>
internal static partial class TickBoxes
{
    /// <summary>What stands beside boxes that are not ticked, where another of the line is; none where nobody ticked any.</summary>
    public static IReadOnlyList<Span> Unticked(NoteText note)
    {
        var left = new List<Span>();
        for (var at = 0; at < note.Plain.Length; at = note.LineAt(at).End + 1)
        {
            var line = note.LineAt(at);
            var boxes = Box().Matches(note.Plain[line.Start..line.End]).ToList();
            if (boxes.Count > 1 && boxes.Any(IsTicked))
                left.AddRange(Choices(note, line, boxes).Where(c => !IsTicked(c.Box)).Select(c => c.Span));
        }
        return left;
    }

    // "[x] yes [ ] no", or "yes [x] no [ ]": which, what stands between the label and the first box says.
    private static IEnumerable<(Match Box, Span Span)> Choices(NoteText note, Span line, List<Match> boxes)
    {
        var first = line.Start + boxes[0].Index;
        var begin = note.Plain.AsSpan(line.Start, boxes[0].Index).LastIndexOfAny(':', '\t') is >= 0 and var label
            ? line.Start + label + 1
            : line.Start;
        var isBehind = !note.Plain.AsSpan(begin, first - begin).IsWhiteSpace();
        for (var i = 0; i < boxes.Count; i++)
        {
            var (start, end) = (line.Start + boxes[i].Index, line.Start + boxes[i].Index + boxes[i].Length);
            yield return (boxes[i], isBehind
                ? Span.Between(i == 0 ? begin : line.Start + boxes[i - 1].Index + boxes[i - 1].Length, end)
                : Span.Between(start, i + 1 < boxes.Count ? line.Start + boxes[i + 1].Index : line.End));
        }
    }

    private static bool IsTicked(Match box) => box.Groups["tick"].Success;

    [GeneratedRegex(@"[\[(][ ]?(?:(?<tick>[xX✓✔√])[ ]?)?[\])]|(?<tick>[☒☑✓✔])|[☐□]", RegexOptions.NonBacktracking)]
    private static partial Regex Box();
}
