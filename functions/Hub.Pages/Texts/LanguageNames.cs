using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Pages.Texts;

/// <summary>What each language calls itself, and what readers of another call it (Unicode CLDR).</summary>
internal static class LanguageNames
{
    private static readonly IReadOnlyDictionary<string, string[]> Names = Read();

    /// <summary>Its own name.</summary>
    public static string Of(Language language) => language switch
    {
        Language.English => "English",
        Language.French => "Français",
        Language.Spanish => "Español",
        Language.Arabic => "العربية",
        Language.Russian => "Русский",
        Language.Chinese => "中文",
    };

    /// <summary>
    /// The language of a BCP 47 tag as readers of a language call it, with the tag where that says more; the tag where it is not known.
    /// </summary>
    public static string Of(string tag, Language reader)
    {
        ArgumentNullException.ThrowIfNull(tag);
        var parts = tag.Split('-');
        return !Names.TryGetValue(parts[0].ToLowerInvariant(), out var names) ? tag
            : parts.Length == 1 ? names[(int)reader]
            : $"{names[(int)reader]} ({tag})";
    }

    private static Dictionary<string, string[]> Read()
    {
        using var stream = typeof(LanguageNames).Assembly.GetManifestResourceStream("languages.tsv")!;
        using var lines = new StreamReader(stream);
        var head = lines.ReadLine()!.Split('\t')[1..];
        var order = Enum.GetValues<Language>().Select(l => Array.IndexOf(head, l.Code())).ToList();
        return lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t'))
            .ToDictionary(l => l[0], l => (string[])[.. order.Select(column => l[column + 1])]);
    }
}
