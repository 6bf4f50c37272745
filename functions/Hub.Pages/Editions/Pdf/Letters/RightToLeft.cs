using System.Buffers;

namespace Hub.Pages.Editions.Pdf.Letters;

/// <summary>Letters that are read from right to left.</summary>
internal static class RightToLeft
{
    private const string Mirrored = "()[]{}<>«»\u2039\u203A";

    /// <summary>Characters after which a line may not stand as its characters follow: such letters, their digits, and isolates.</summary>
    public static readonly SearchValues<char> Turns = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(c => BidiClasses.Of(c)
            is BidiClass.Right or BidiClass.Arabic or BidiClass.ArabicNumber or BidiClass.Isolate or BidiClass.EndOfIsolate)]);

    /// <summary>Whether it begins or ends an isolate: nothing is seen of it.</summary>
    public static bool IsIsolate(char c) => c is '\u2068' or '\u2069';

    /// <summary>Whether its form depends on its neighbours.</summary>
    public static bool IsJoined(char c) => BidiClasses.Of(c) switch
    {
        BidiClass.Right or BidiClass.Arabic => true,
        BidiClass.Mark => c is >= '\u0590' and <= '\u08FF',
        _ => false,
    };

    /// <summary>The letters that stand together from one on.</summary>
    public static string Word(string text, int start)
    {
        var end = start;
        while (end < text.Length && IsJoined(text[end]))
            end++;
        return text[start..end];
    }

    /// <summary>A sign as it stands among them: a bracket opens to the other side.</summary>
    public static char Mirror(char c) => Mirrored.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Mirrored[at ^ 1] : c;
}
