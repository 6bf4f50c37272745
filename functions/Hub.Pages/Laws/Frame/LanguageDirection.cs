namespace Hub.Pages.Laws.Frame;

/// <summary>From which side a language is read, by its tag: of its script where it names one, else of the one that it is usually written in.</summary>
internal static class LanguageDirection
{
    private const int ScriptLength = 4;

    private static readonly HashSet<string> Scripts =
        new(StringComparer.OrdinalIgnoreCase) { "Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Mand", "Samr", "Rohg" };

    private static readonly HashSet<string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        "ar", "arc", "azb", "ckb", "dv", "fa", "glk", "he", "iw", "ks", "lrc", "mzn", "nqo", "pnb", "prs", "ps", "sd", "skr", "syr", "ug",
        "ur", "yi",
    };

    /// <summary><c>rtl</c> or <c>ltr</c>, as HTML's dir attribute wants it.</summary>
    public static string Of(string tag)
    {
        var parts = tag.Split('-');
        var script = parts.Skip(1).FirstOrDefault(p => p.Length == ScriptLength && p.All(char.IsAsciiLetter));
        return (script is null ? Languages.Contains(parts[0]) : Scripts.Contains(script)) ? "rtl" : "ltr";
    }
}
