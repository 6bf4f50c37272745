using Hub.EndToEnd.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hub.EndToEnd.Tests.Console;

/// <summary>People at their browsers, without scripts: each has one of its own.</summary>
public sealed class Visitors : IAsyncLifetime
{
    private Hub.Browser.Tests.Browser? _browser;

    public async Task InitializeAsync() => _browser = await Hub.Browser.Tests.Browser.Start();

    /// <summary>Somebody who has not signed in, at the first page.</summary>
    public async Task<IPage> Anybody(RunningHub hub, int width = 1200, bool scripts = false, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(hub);
        var page = await _browser!.Page(new()
        {
            BaseURL = hub.Local.Address.ToString(), JavaScriptEnabled = scripts, Locale = language,
            ViewportSize = new() { Width = width, Height = 900 },
        });
        await page.GotoAsync("/");
        return page;
    }

    /// <summary>A person of the sample, signed in, at the first page of the Secretariat.</summary>
    public async Task<IPage> Person(RunningHub hub, string name, int width = 1200, bool scripts = false)
    {
        var page = await Anybody(hub, width, scripts);
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Work as {name}" }).ClickAsync();
        await Expect(page.GetByText(name)).ToBeVisibleAsync();
        return page;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
    }
}

/// <summary>What people do on pages.</summary>
internal static class Steps
{
    public static Task Follows(this IPage page, string link) =>
        page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    public static Task Presses(this IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>Types something into the search of a list: it stands in no address.</summary>
    public static async Task Searches(this IPage page, string field, string text)
    {
        await page.GetByLabel(field).FillAsync(text);
        await page.Presses("Show");
        Assert.DoesNotContain(Uri.EscapeDataString(text), page.Url, StringComparison.OrdinalIgnoreCase);
    }

    public static Task Reads(this IPage page, string text) => Expect(page.Locator("#content")).ToContainTextAsync(text);
}
