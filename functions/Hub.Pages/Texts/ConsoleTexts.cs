using System.Globalization;
using System.Resources;

namespace Hub.Pages.Texts;

/// <summary>The words of the Secretariat's and the partners' pages, in English and French; in other languages, English.</summary>
internal static class ConsoleTexts
{
    /// <summary>The languages that these pages have.</summary>
    public static readonly IReadOnlyList<Hub.Register.States.Language> Languages =
        [Hub.Register.States.Language.English, Hub.Register.States.Language.French];

    private static readonly ResourceManager[] Texts =
    [
        .. new[] { "Frame", "Notices", "Mails", "Editor", "Records", "Editions", "Recipients", "People", "Operations", "Numbers" }
            .Select(name => $"Hub.Pages.Console.Texts.{name}").Append("Hub.Pages.Portal.Texts.Portal")
            .Where(name => typeof(ConsoleTexts).Assembly.GetManifestResourceInfo($"{name}.resources") is not null)
            .Select(name => new ResourceManager(name, typeof(ConsoleTexts).Assembly)),
    ];

    /// <summary>A text by its key; null where no page has it.</summary>
    public static string? Find(string key, CultureInfo culture) =>
        Texts.Select(t => t.GetString(key, culture)).FirstOrDefault(t => t is not null);
}
