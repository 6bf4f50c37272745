using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Register.Text;

namespace Hub.Register.Problems;

/// <summary>
/// Finds characters that no document can carry: control characters, which XML 1.0 forbids and no page shows, code points that are no
/// characters, and heaps of marks. Who sent them is asked (V22); taken in, they would stop an edition. So is whoever sends signs that a
/// person sees in another way than they would be read: turned round, struck through, as the mark of a footnote, or not at all.
/// </summary>
public static partial class UnwritableText
{
    /// <summary>A question for every text of a JSON value that holds one.</summary>
    public static IEnumerable<Problem> Problems(JsonNode? node, string pointer) => node switch
    {
        // A name that is unwritable is said where its object stands.
        JsonObject members => members.SelectMany(m => FirstIn(m.Key) is { } found
            ? [Problem.Query(ProblemCode.V22, pointer, found)]
            : Problems(m.Value, $"{pointer}/{FormParser.Escape(m.Key)}")),
        JsonArray items => items.SelectMany((item, i) => Problems(item, $"{pointer}/{i}")),
        JsonValue value when value.TryGetValue<string>(out var text) && (FirstIn(text) ?? OtherThanSeen(text)) is { } found =>
            [Problem.Query(ProblemCode.V22, pointer, found)],
        _ => [],
    };

    /// <summary>The first one in a text, by its number, e.g. <c>U+000B</c>; null where all of it can be written.</summary>
    public static string? FirstIn(string text)
    {
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            marks = SafeText.IsMark(rune) ? marks + 1 : 0;
            if (IsUnwritable(rune) || marks > SafeText.MostMarks)
                return Name(rune);
        }
        return null;
    }

    private static string Name(Rune rune) => string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");

    private static string? OtherThanSeen(string text) =>
        (InvisibleSigns.FirstUseless(text) ?? InvisibleSigns.OnlyInvisible(text)) is { } sign ? Name(sign)
        : (TurnedText.IsIn(text) ? Directions() : NotOfTheNumber()).Match(text) is { Success: true } found
            ? string.Create(CultureInfo.InvariantCulture, $"U+{(int)found.Value[^1]:X4}")
            : null;

    /// <summary>The control characters of ASCII that no document can carry.</summary>
    internal static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x80).Select(c => (char)c).Where(c => IsUnwritable(new Rune(c)))]);

    // Tabulators and line breaks are control characters that every format has a place for.
    internal static bool IsUnwritable(Rune rune) =>
        (Rune.IsControl(rune) && rune.Value is not ('\t' or '\n' or '\r' or 0x85)) || SafeText.IsNoncharacter(rune);

    [GeneratedRegex("[\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Directions();

    [GeneratedRegex(@"\p{Nd}(?:\p{M}{0,3}[\u0335-\u0338]|[\p{Zs})]{0,3}[¹²³⁰⁴⁵⁶⁷⁸⁹])")]
    private static partial Regex NotOfTheNumber();
}
