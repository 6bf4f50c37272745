using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hub.Pages.Rendering;

/// <summary>Renders components to HTML.</summary>
internal static class HtmlPages
{
    // Arabic, Russian and Chinese are written in their own letters, not as numbers.
    private static readonly ServiceProvider Services =
        new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    /// <summary>The HTML of a component with its parameters.</summary>
    public static string Render<T>(Dictionary<string, object?> parameters) where T : IComponent =>
        // Blocking is safe: no component here awaits anything, so that the task is complete when it comes back.
        RenderAsync<T>(ParameterView.FromDictionary(parameters)).GetAwaiter().GetResult();

    private static async Task<string> RenderAsync<T>(ParameterView parameters) where T : IComponent
    {
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(parameters)).ToHtmlString());
    }
}
