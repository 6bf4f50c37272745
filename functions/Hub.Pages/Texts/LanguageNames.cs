using Hub.Core.States;

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
}
