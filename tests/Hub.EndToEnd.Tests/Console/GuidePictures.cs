using Hub.LocalProcesses;
using Microsoft.Playwright;

namespace Hub.EndToEnd.Tests.Console;

/// <summary>The pictures of the guides for missions and partners: <c>UPDATE_DOCS=1</c> takes them anew.</summary>
internal static class GuidePictures
{
    /// <summary>A page is what a guide's picture shows.</summary>
    public static async Task Shows(this IPage page, string guide, string name)
    {
        var file = Repository.PathTo("docs", "pictures", $"{name}.png");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            await page.ScreenshotAsync(new() { Path = file, FullPage = false, Animations = ScreenshotAnimations.Disabled });
        Assert.True(File.Exists(file), $"{file} is missing: UPDATE_DOCS=1 takes it.");
        Assert.Contains($"(pictures/{name}.png)", await File.ReadAllTextAsync(Repository.PathTo("docs", guide)), StringComparison.Ordinal);
    }
}
