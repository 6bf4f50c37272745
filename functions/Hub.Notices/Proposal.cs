using System.Text.Json.Nodes;
using Hub.Register.Json;

namespace Hub.Notices;

/// <summary>One value that was understood.</summary>
/// <param name="Pointer">Where it stands in the form, as a JSON pointer (RFC 6901).</param>
/// <param name="Value">The value.</param>
/// <param name="Words">The words it came from, as they stand in the text, on one line.</param>
/// <param name="Where">Where that is: <c>body</c>, <c>subject</c>, <c>forwarded</c>, or the file with the place in it.</param>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record Proposal(string Pointer, JsonNode Value, string Words, string Where, double Confidence) : Confidential
{
    /// <summary>
    /// The first character of the words in that text, UTF-16 code units from 0; null where they have no place in a running text: a form's
    /// cell, and what was understood before places were kept.
    /// </summary>
    public int? Start { get; init; }

    /// <summary>The character after the last of the words; null where there is no <see cref="Start"/>.</summary>
    public int? End { get; init; }

    /// <summary>What read it, e.g. <c>Phones</c> (docs/reading.md); null of what was understood before that was kept.</summary>
    public string? Rule { get; init; }

    /// <summary>One that stands in a short text as it is.</summary>
    public static Proposal Literal(string pointer, string value, string text, string where, double confidence, string rule) =>
        text.IndexOf(value, StringComparison.Ordinal) is >= 0 and var start
            ? new(pointer, value, value, where, confidence) { Start = start, End = start + value.Length, Rule = rule }
            : new(pointer, value, text, where, confidence) { Rule = rule };
}
