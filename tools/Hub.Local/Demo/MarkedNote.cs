using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Local.Terminal;

namespace Hub.Local.Demo;

/// <summary>A note with the words marked that something was read from, and below it what.</summary>
internal static partial class MarkedNote
{
    /// <summary>The lines: the text with a number behind each marked stretch, then for each number what became of it.</summary>
    /// <param name="text">The text of the note.</param>
    /// <param name="words">What was understood, as <c>GET /api/notices/{id}</c> has it.</param>
    /// <param name="mark">Marks a stretch for the eye.</param>
    public static IEnumerable<string> Lines(string text, JsonArray words, Func<string, string> mark)
    {
        var read = words.Select(w => w!).Where(w => (string?)w["where"] == "body" && w["start"] is not null)
            .GroupBy(w => ((int)w["start"]!, (int)w["end"]!)).OrderBy(g => g.Key).ToList();
        var (marked, at, number) = (new StringBuilder(), 0, 0);
        var values = new List<string>();
        foreach (var group in read)
        {
            var (start, end) = group.Key;
            number++;
            values.Add($"[{number}] {string.Join(", ", group.Select(Value).Distinct())}");
            // What lies within another stretch has its value below, and no mark of its own.
            if (start < at || end > text.Length)
                continue;
            marked.Append(text[at..start]).Append(mark(text[start..end])).Append('[').Append(number).Append(']');
            at = end;
        }
        marked.Append(text[at..]);
        return marked.ToString().Split('\n').Where(l => l.Trim().Length > 0).Select(l => Wrapping.Wrap(l, 6))
            .Concat(values.Select(v => Wrapping.Wrap(v, 9)));
    }

    // An id says nothing to who looks: the words name the authority.
    private static string Value(JsonNode word) => Field((string)word["pointer"]!) is var field && field == "recordId"
        ? $"of the record {word["words"]}"
        : $"{field} {word["value"]}";

    // "/changes/0/set/phones/0/number" is "phones number".
    private static string Field(string pointer) => Ordinals().Replace(pointer, "").Trim('/').Replace('/', ' ');

    [GeneratedRegex(@"/(?:\d+|changes|set|authority)(?=/|$)")]
    private static partial Regex Ordinals();
}
