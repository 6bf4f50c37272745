using System.Globalization;
using Hub.Register.States;

namespace Hub.Pages.Texts;

/// <summary>What each language calls itself.</summary>
internal static class LanguageNames
{
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

    /// <summary>The language of a BCP 47 tag by its own name, with the tag; the tag alone where it is not known.</summary>
    public static string Of(string tag)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(tag, predefinedOnly: true);
            return $"{culture.NativeName} ({tag})";
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }
}
