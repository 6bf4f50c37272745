using System.Xml.Linq;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Pages.Texts;

/// <summary>A text that people read, as it is written in one language.</summary>
/// <param name="Place">The file and the key by which it is found there.</param>
/// <param name="Language">Its language.</param>
/// <param name="English">The same in English.</param>
/// <param name="Text">The text.</param>
/// <param name="IsForReview">Whether a machine made it and no person has reviewed it.</param>
public sealed record WrittenText(string Place, Language Language, string English, string Text, bool IsForReview);

/// <summary>All texts of the hub in the languages other than English, from the files that they are written in.</summary>
public static class Wording
{
    private const string Folder = "wording/";
    private const string Mark = "for review";
    private static readonly Lazy<IReadOnlyList<WrittenText>> Read = new(() => [.. Texts()]);

    /// <summary>The texts, file by file.</summary>
    public static IReadOnlyList<WrittenText> All => Read.Value;

    private static IEnumerable<WrittenText> Texts()
    {
        var files = typeof(Wording).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .Select(n => n[Folder.Length..]).Order(StringComparer.Ordinal).ToList();
        foreach (var file in files)
            if (file.Split('.') is [.., var tag, _] && Codes.TryParse<Language>(tag, out var language))
            {
                var name = file[..^$".{tag}.resx".Length];
                var english = Of($"{name}.resx").ToDictionary(e => e.Key, e => e.Text);
                foreach (var (key, text, isForReview) in Of(file))
                    yield return new($"{name.Replace("../", "", StringComparison.Ordinal)}: {key}", language, english.GetValueOrDefault(key, ""), text, isForReview);
            }
    }

    private static List<(string Key, string Text, bool IsForReview)> Of(string file)
    {
        using var stream = typeof(Wording).Assembly.GetManifestResourceStream(Folder + file)!;
        return
        [
            .. XDocument.Load(stream).Root!.Elements("data").Select(d => (
                (string)d.Attribute("name")!, (string?)d.Element("value") ?? "", (string?)d.Element("comment") == Mark)),
        ];
    }
}
