using System.Globalization;
using System.Text.RegularExpressions;
using Hub.Register.Json;
using Hub.Register.Problems;

namespace Hub.Pages.Texts;

/// <summary>A run of text.</summary>
/// <param name="Text">The text.</param>
/// <param name="Apart">Whether it is a name or number put into a sentence, whose direction must not mix with the sentence's.</param>
public sealed record Run(string Text, bool Apart);

/// <summary>A sentence and what was put into it: the one source of a mail's HTML and its text.</summary>
public sealed partial record Phrase(IReadOnlyList<Run> Runs) : Confidential
{
    /// <summary>A name, a number or whatever else somebody gave.</summary>
    public static implicit operator Phrase(string value) => new([new(Clean(value), true)]);

    /// <summary>A sentence with its places filled.</summary>
    public static Phrase Of(string sentence, params Phrase[] values) =>
        new([.. Place().Split(sentence).SelectMany((part, i) => i % 2 == 0 ? Words(part) : values[Number(part)].Runs)]);

    /// <summary>Several phrases in a row.</summary>
    public static Phrase Join(string separator, IEnumerable<Phrase> phrases) =>
        new([.. phrases.SelectMany((p, i) => i == 0 ? p.Runs : [new(separator, false), .. p.Runs])]);

    /// <summary>As text; where it is read from right to left, with Unicode's isolates around what stands apart.</summary>
    public string ToText(bool rightToLeft) =>
        string.Concat(Runs.Select(r => r.Apart && rightToLeft ? $"\u2068{r.Text}\u2069" : r.Text));

    private static int Number(string place) => int.Parse(place, CultureInfo.InvariantCulture);

    private static IEnumerable<Run> Words(string part) => part.Length == 0 ? [] : [new(part, false)];

    // A value cannot turn the direction of what follows it, nor begin a line that looks like the hub's own.
    private static string Clean(string value) =>
        ControlCharacters().Replace(DirectionControls().Replace(WritableText.Of(value), ""), " ");

    [GeneratedRegex(@"\{(\d)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    [GeneratedRegex("[\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex DirectionControls();

    [GeneratedRegex(@"[\p{Cc}\u2028\u2029]+")]
    private static partial Regex ControlCharacters();
}
