using System.Collections;
using System.Resources;
using System.Text.RegularExpressions;
using Hub.Intake.Forms;
using Hub.Register.Problems;
using Hub.Register.States;

namespace Hub.Pages.Tests;

/// <summary>The texts of a resource file, language by language, without falling back to English.</summary>
internal static class WrittenTexts
{
    public static readonly Dictionary<Language, Dictionary<string, string>> Problems =
        Of("Hub.Register.Problems.Problems", typeof(ProblemTexts));
    public static readonly Dictionary<Language, Dictionary<string, string>> Labels =
        Of("Hub.Pages.Texts.Labels", typeof(Pages.Texts.Labels));
    public static readonly Dictionary<Language, Dictionary<string, string>> Editions =
        Of("Hub.Pages.Texts.Editions", typeof(Pages.Texts.Labels));
    public static readonly Dictionary<Language, Dictionary<string, string>> Upkeep =
        Of("Hub.Pages.Texts.Upkeep", typeof(Pages.Texts.Labels));
    public static readonly Dictionary<Language, Dictionary<string, string>> Partners =
        Of("Hub.Pages.Texts.Partners", typeof(Pages.Texts.Labels));
    public static readonly Dictionary<Language, Dictionary<string, string>> Answers =
        Of("Hub.Pages.Texts.Answers", typeof(Pages.Texts.Labels));
    public static readonly Dictionary<Language, Dictionary<string, string>> Networks =
        Of("Hub.Pages.Texts.Networks", typeof(Pages.Texts.Labels));
    public static readonly Dictionary<Language, Dictionary<string, string>> OfDirectory =
        Of("Hub.Pages.Directory.Texts.Directory", typeof(Pages.Texts.Labels));
    public static readonly Dictionary<Language, Dictionary<string, string>> Visitors =
        Of("Hub.Pages.Texts.Visitors", typeof(Pages.Texts.Labels));
    public static readonly Dictionary<Language, Dictionary<string, string>> Office =
        Of("Hub.Pages.Office.Texts.Office", typeof(Pages.Texts.Labels));
    public static readonly Dictionary<Language, Dictionary<string, string>> Laws =
        Of("Hub.Pages.Laws.Texts.Laws", typeof(Pages.Texts.Labels));
    public static readonly Dictionary<Language, Dictionary<string, string>> Site =
        Of("Hub.Pages.Texts.Site", typeof(Pages.Texts.Labels));
    public static readonly Dictionary<Language, Dictionary<string, string>> Vocabulary =
        Of("Hub.Intake.Forms.Vocabulary", typeof(FormTexts));
    public static readonly Dictionary<Language, Dictionary<string, string>> Forms =
        Of("Hub.Intake.Forms.Forms", typeof(FormTexts));

    public static void AreAlike(Dictionary<Language, Dictionary<string, string>> texts)
    {
        var english = texts[Language.English];
        foreach (var (language, own) in texts)
        {
            Assert.Equal(english.Keys.Order(StringComparer.Ordinal), own.Keys.Order(StringComparer.Ordinal));
            Assert.All(own, t => Assert.Equal($"{language} {t.Key} {Places(english[t.Key])}", $"{language} {t.Key} {Places(t.Value)}"));
        }
    }

    private static string Places(string text) =>
        string.Join(' ', Regex.Matches(text, @"\{.*?\}").Select(m => m.Value).Order(StringComparer.Ordinal));

    /// <summary>Texts of the Secretariat's pages, which two languages have.</summary>
    public static Dictionary<Language, Dictionary<string, string>> Console(string name) =>
        Of($"Hub.Pages.Console.Texts.{name}", typeof(Pages.Texts.Labels), Language.English, Language.French);

    private static Dictionary<Language, Dictionary<string, string>> Of(string name, Type type, params Language[] languages) =>
        (languages.Length == 0 ? Enum.GetValues<Language>() : languages).ToDictionary(
            language => language,
            language => new ResourceManager(name, type.Assembly).GetResourceSet(language.Culture(), true, tryParents: false)!
                .Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!));
}
