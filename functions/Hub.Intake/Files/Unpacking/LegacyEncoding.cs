using System.Text;

namespace Hub.Intake.Files.Unpacking;

/// <summary>Texts from before Unicode: the code page of Windows that the office's language used.</summary>
internal static class LegacyEncoding
{
    private static readonly string[] Pages = ["windows-1252", "windows-1251", "windows-1256", "gb18030"];

    static LegacyEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Decodes by the page under which the bytes beyond ASCII make letters of one script in a row.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var (best, most) = ("", int.MinValue);
        foreach (var page in Pages)
        {
            var text = Encoding.GetEncoding(page).GetString(bytes);
            if (Likeliness(text) is var likeliness && likeliness > most)
                (best, most) = (text, likeliness);
        }
        return best;
    }

    // Words of Cyrillic or Arabic are runs of letters beyond ASCII, accents of western languages stand alone between others.
    private static int Likeliness(string text)
    {
        var score = 0;
        for (var i = 1; i < text.Length; i++)
            if (text[i] > 127)
                score += Pair(text[i - 1], text[i]);
        return score;
    }

    private static int Pair(char before, char c) => (Scripts.Of(before), Scripts.Of(c)) switch
    {
        (_, Script.None) => char.IsControl(c) || c == '\uFFFD' ? -5 : -1,
        (Script.Latin, Script.Latin) => char.IsUpper(c) && char.IsLower(before) ? -2 : before > 127 ? -1 : 2,
        (var a, var b) when a == b => char.IsUpper(c) && char.IsLower(before) ? -2 : 2,
        (Script.None, _) => 1,
        _ => -3,
    };
}
