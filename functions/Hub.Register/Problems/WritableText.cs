using System.Text;
using System.Text.Json.Nodes;
using Hub.Register.Text;

namespace Hub.Register.Problems;

/// <summary>
/// Makes texts such that every document can carry them, whatever is in them (<see cref="UnwritableText"/>): every writer does so. The
/// intake asks about such characters, but records that are older have them.
/// </summary>
public static class WritableText
{
    /// <summary>A text with a blank for control characters, a replacement for what is no character, and no heaps of marks.</summary>
    public static string Of(string text)
    {
        if (Ascii.IsValid(text) && !text.AsSpan().ContainsAny(UnwritableText.Controls))
            return text;
        var clean = new StringBuilder(text.Length);
        var marks = 0;
        // Half a surrogate pair comes out of this as the replacement character.
        foreach (var rune in text.EnumerateRunes())
        {
            marks = SafeText.IsMark(rune) ? marks + 1 : 0;
            if (marks <= SafeText.MostMarks)
                clean.Append(Of(rune).ToString());
        }
        return clean.Length == text.Length && clean.Equals(text.AsSpan()) ? text : clean.ToString();
    }

    /// <summary>A character as it can be written.</summary>
    public static Rune Of(Rune rune) =>
        !UnwritableText.IsUnwritable(rune) ? rune : Rune.IsControl(rune) ? new(' ') : Rune.ReplacementChar;

    /// <summary>A JSON value, written anew, with every text in it and every name as it can be written.</summary>
    public static JsonNode? In(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                var clean = new JsonObject();
                foreach (var (name, value) in members)
                    clean[Of(name)] = In(value);
                return clean;
            case JsonArray items:
                return new JsonArray([.. items.Select(In)]);
            default:
                return node is JsonValue single && single.TryGetValue<string>(out var text)
                    ? JsonValue.Create(Of(text))
                    : node?.DeepClone();
        }
    }
}
