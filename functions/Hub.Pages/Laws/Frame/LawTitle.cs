using System.Text;
using Hub.Register.Json;
using Hub.Register.Laws;
using Hub.Register.States;

namespace Hub.Pages.Laws.Frame;

/// <summary>A title of a law, and the language that it is in.</summary>
/// <param name="Text">The title.</param>
/// <param name="Tag">BCP 47 tag of its language.</param>
/// <param name="IsOriginal">Whether it is the title as it was enacted.</param>
public sealed record LawTitle(string Text, string Tag, bool IsOriginal)
{
    private const int LongestInList = 240;

    /// <summary>The title for readers of a language: theirs, else English, else the original, as <see cref="Law.Title"/> has it.</summary>
    public static LawTitle Of(Law law, Language reader)
    {
        ArgumentNullException.ThrowIfNull(law);
        var title = law.Title(reader);
        return title == law.TitleOriginal
            ? new(title, law.Language, true)
            : new(title, law.Titles?.ContainsKey(reader.Code()) == true ? reader.Code() : "en", false);
    }

    /// <summary>The same for a list, where a long one is cut.</summary>
    public LawTitle Short()
    {
        if (Text.Length <= LongestInList)
            return this;
        var cut = new StringBuilder();
        foreach (var rune in Text.EnumerateRunes().TakeWhile(_ => cut.Length < LongestInList))
            cut.Append(rune.ToString());
        return this with { Text = $"{cut}…" };
    }
}
