using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Hub.Register.Problems;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hub.Pages.Rendering;

/// <summary>Renders components to HTML.</summary>
internal static partial class HtmlPages
{
    // Arabic, Russian and Chinese are written in their own letters, not as numbers.
    private static readonly ServiceProvider Services =
        new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    /// <summary>The HTML of a component with its parameters.</summary>
    public static string Render<T>(Dictionary<string, object?> parameters) where T : IComponent =>
        // Blocking is safe: no component here awaits anything, so that the task is complete when it comes back.
        Writable(RenderAsync<T>(ParameterView.FromDictionary(parameters)).GetAwaiter().GetResult());

    // The encoder writes what no document can carry as its number, which is no better.
    private static string Writable(string html) => CharacterNumber().Replace(html, number =>
        Rune.TryCreate(int.Parse(number.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture), out var rune)
            && WritableText.Of(rune) == rune
            ? number.Value
            : WritableText.Of(rune).ToString());

    [GeneratedRegex("&#x([0-9A-F]{1,6});", RegexOptions.NonBacktracking)]
    private static partial Regex CharacterNumber();

    private static async Task<string> RenderAsync<T>(ParameterView parameters) where T : IComponent
    {
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(parameters)).ToHtmlString());
    }
}
